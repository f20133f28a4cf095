import { instantOf } from '#shared/calendar/dates.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { hashPassword } from './passwords.ts';

export const SANDBOX_PASSWORD = 'sandbox-only';

const accounts = [
  { user_id: 'r.ames', name: 'Rosa Ames', role: 'representative' },
  { user_id: 'c.okafor', name: 'Chidi Okafor', role: 'counselor' },
  { user_id: 'm.delgado', name: 'Marta Delgado', role: 'counselor' },
  { user_id: 's.lindqvist', name: 'Sanna Lindqvist', role: 'supervisor' },
] as const;

/** Makes the sandbox's accounts, of each role at least one; those that are there are switched on again. */
export async function readySandboxAccounts(
  db: Database,
  now: number,
  passwordHash: () => Promise<string> = () => hashPassword(SANDBOX_PASSWORD),
): Promise<void> {
  const enabledAt = instantOf(now);
  const known = await db
    .updateTable('user_account')
    .set({ enabled_at: enabledAt })
    .where(
      'user_id',
      'in',
      accounts.map(account => account.user_id),
    )
    .returning('user_id')
    .execute();
  if (known.length === accounts.length) return;
  const hash = await passwordHash();
  const rows = accounts.map(account => ({
    ...account,
    regions: [...RegionCode.options],
    password_hash: hash,
    enabled_at: enabledAt,
  }));
  await db
    .insertInto('user_account')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute();
}
