import { sql } from 'kysely';
import { z } from 'zod';
import { MOST_FINDINGS, ShownFinding, type ShownRow } from '#shared/contract/reconciliation.ts';
import type { ReconciledRow } from '#shared/reconciliation/day.ts';
import { rowName } from '#shared/reconciliation/reconcile.ts';
import type { Database } from '../database/connect.ts';
import type { RegionDay } from './day.ts';

interface Known {
  readonly key: string;
  readonly confirmation: string | null;
  readonly guarantorId: string;
}

/** The payments of the region that findings are about, by key. */
async function knownPayments(
  db: Database,
  { region }: Pick<RegionDay, 'region'>,
  refs: readonly string[],
): Promise<Map<string, Known>> {
  const keys = [...new Set(refs.filter(ref => z.uuid().safeParse(ref).success))];
  const { rows } = await sql<Known>`
    SELECT key, confirmation, payment.guarantor_id AS "guarantorId"
    FROM payment JOIN guarantor USING (guarantor_id)
    WHERE key = ANY (${keys}::uuid[]) AND region = ${region}`.execute(db);
  return new Map(rows.map(row => [row.key, row]));
}

/** The rows as they are shown, of each the first of its findings, and whose payments are named in them. */
export async function showRows(
  db: Database,
  day: Pick<RegionDay, 'region'>,
  rows: readonly ReconciledRow[],
  most = MOST_FINDINGS,
): Promise<{ rows: ShownRow[]; guarantorIds: string[] }> {
  const named = rows.map(row => ({ ...row, findings: row.findings.slice(0, most) }));
  const refs = named.flatMap(({ findings }) => findings.map(({ ref }) => ref));
  const known = await knownPayments(db, day, refs);
  const shown = named.map((row, at) => ({
    ...row,
    name: rowName(row),
    differing: rows[at]?.findings.length ?? 0,
    findings: row.findings.map(finding => {
      const payment = known.get(finding.ref);
      return ShownFinding.parse({
        ...finding,
        paymentKey: payment?.key ?? null,
        confirmation: payment?.confirmation ?? null,
      });
    }),
  }));
  return { rows: shown, guarantorIds: [...new Set([...known.values()].map(p => p.guarantorId))] };
}
