import { sql } from 'kysely';
import {
  ExportedCell,
  ExportedDay,
  type ExportedDayRow,
  type ExportedFinding,
} from '#shared/export/lists/reconciliation.ts';
import type { Database } from '../../database/connect.ts';
import { Refused } from '../../http/refused.ts';
import { knownOf, readCell } from '../../reconciliation/cell.ts';
import { correctionsOf } from '../../reconciliation/corrections.ts';
import { regionDay } from '../../reconciliation/day.ts';
import { findDay, refuseNoBusinessDay } from '../../reconciliation/read-day.ts';
import { showRows } from '../../reconciliation/show-day.ts';
import type { AskedSource, Exported } from '../source.ts';

function dayOf({ person, filters }: AskedSource) {
  const { region, day } = ExportedDay.strip().parse(filters);
  if (!person.user.regions.includes(region)) throw new Refused('not_allowed');
  refuseNoBusinessDay(day);
  return regionDay(region, day);
}

/** The page says beside its table that the processor is silent; in a file everything would seem to be missing there. */
async function compared(asked: AskedSource) {
  const day = dayOf(asked);
  const found = await findDay(asked, day);
  if (found.processor === 'silent') throw new Refused('processor_silent');
  const { rows } = await showRows(asked.db, day, found.rows, Number.POSITIVE_INFINITY);
  return { rows, notes: found.closed?.notes ?? [] };
}

/** Whose the payments are. */
async function guarantorsOf(db: Database, keys: readonly (string | null)[]) {
  const { rows } = await sql<{ key: string; guarantorId: string }>`
    SELECT key, guarantor_id AS "guarantorId" FROM payment
    WHERE key = ANY (${keys.filter(key => key !== null)}::uuid[])`.execute(db);
  return new Map(rows.map(({ key, guarantorId }) => [key, guarantorId]));
}

export async function exportedDayRows(asked: AskedSource): Promise<ExportedDayRow[]> {
  const { rows, notes } = await compared(asked);
  return rows.map(({ findings: _, ...row }) => ({
    ...row,
    note: notes.find(({ about }) => about === row.name)?.reason ?? null,
  }));
}

export async function exportedFindings(asked: AskedSource): Promise<ExportedFinding[]> {
  const { rows } = await compared(asked);
  const found = rows.flatMap(({ stage, method, batch, theirs, findings }) =>
    findings.map(each => ({ ...each, stage, method, batch, keptOutside: theirs !== null })),
  );
  const whose = await guarantorsOf(
    asked.db,
    found.map(({ paymentKey }) => paymentKey),
  );
  return found.map(each => ({ ...each, guarantorId: whose.get(each.paymentKey ?? '') ?? null }));
}

/** As many as one line of the stream brings. */
const AT_ONCE = 500;

/** Every payment of one sum of the day. */
export async function exportedDayPayments(asked: AskedSource): Promise<Exported> {
  const day = dayOf(asked);
  const { region: _, day: __, ...cell } = ExportedCell.parse(asked.filters);
  const items = await readCell(asked, day, cell);
  return {
    total: items.length,
    batches: (async function* () {
      for (let from = 0; from < items.length; from += AT_ONCE) {
        yield await knownOf(asked.db, day, items.slice(from, from + AT_ONCE));
      }
    })(),
  };
}

export async function exportedCorrections(asked: AskedSource) {
  const day = dayOf(asked);
  const corrections = await correctionsOf(asked.db, day, null);
  const whose = await guarantorsOf(
    asked.db,
    corrections.map(({ paymentKey }) => paymentKey),
  );
  return corrections.map(each => ({
    ...each,
    region: day.region,
    guarantorId: whose.get(each.paymentKey ?? '') ?? null,
  }));
}
