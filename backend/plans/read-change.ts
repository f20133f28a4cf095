import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import {
  type PlanChangeAgreement,
  PlanChangeOffer,
  type PlanChangeTerms,
} from '#shared/plans/change.ts';
import { changeText } from '#shared/plans/change-text.ts';
import type { Database } from '../database/connect.ts';

/** SHA-256 of the terms of a change in hexadecimal. */
export function termsHash(terms: PlanChangeTerms): string {
  return createHash('sha256').update(changeText(terms)).digest('hex');
}

/** A change that was explained, whose plan it changes, and what was agreed to. */
export interface KeptChange {
  readonly offer: PlanChangeOffer;
  readonly guarantorId: string;
  readonly goodOn: CalendarDate;
  readonly agreement: PlanChangeAgreement | null;
}

/** A change under its id, locked until the transaction ends; undefined when there is none. */
export async function findChange(trx: Database, changeId: string): Promise<KeptChange | undefined> {
  const { rows } = await sql<{
    terms: unknown;
    termsHash: string;
    copyWay: string | null;
    copyAt: Instant | null;
    guarantorId: string;
    goodOn: CalendarDate;
    agreement: PlanChangeAgreement | null;
  }>`
    SELECT plan_change.terms, terms_hash AS "termsHash", copy_way AS "copyWay",
      to_char(copy_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "copyAt",
      guarantor_id AS "guarantorId", good_on AS "goodOn", agreement
    FROM plan_change JOIN payment_plan USING (plan_id)
    WHERE change_id = ${changeId} FOR UPDATE OF plan_change`.execute(trx);
  const [row] = rows;
  if (!row) return undefined;
  const { terms, guarantorId, goodOn, agreement } = row;
  const copy = row.copyWay && row.copyAt ? { way: row.copyWay, at: row.copyAt } : null;
  const offer = PlanChangeOffer.parse({ changeId, terms, termsHash: row.termsHash, copy });
  return { offer, guarantorId, goodOn, agreement };
}
