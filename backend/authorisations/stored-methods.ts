import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { PaidBy } from '#shared/authorisations/agreement.ts';
import type { MethodToKeep } from '#shared/contract/authorisations.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { type CardProcessor, type KeptCard, ProcessorSilent } from '../processor/port.ts';
import { keepStandingAccount, type StandingAccount } from '../vault/keep-standing-account.ts';
import type { About } from './about.ts';

async function isCaptured(
  db: Database,
  token: string,
  { workstationId, now }: About,
): Promise<boolean> {
  const found = await db
    .selectFrom('card_token')
    .select('token')
    .where('token', '=', token)
    .where('workstation_id', '=', workstationId)
    .where('used_by', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found !== undefined;
}

/** The captured card, kept by the processor from now on; null for another method. */
export async function cardToKeep(
  db: Database,
  processor: CardProcessor,
  method: MethodToKeep,
  about: About,
): Promise<KeptCard | null> {
  if (method.kind !== 'card') return null;
  if (!(await isCaptured(db, method.token, about))) throw new Refused('token_unknown');
  const card = await processor.storeCard(method.token).catch(error => {
    if (error instanceof ProcessorSilent) throw new Refused('unavailable');
    throw error;
  });
  if (!card) throw new Refused('token_unknown');
  return card;
}

async function insertCard(
  trx: Database,
  methodId: string,
  card: KeptCard,
  about: About,
): Promise<void> {
  await sql`
    INSERT INTO stored_method (method_id, guarantor_id, kind, token, fingerprint, card_brand, card_last4,
      good_through, kept_at)
    VALUES (${methodId}, ${about.guarantorId}, 'card', ${card.token}, ${card.fingerprint}, ${card.brand},
      ${card.last4}, ${card.goodThrough}, ${about.now})`.execute(trx);
}

async function insertAccount(
  trx: Database,
  token: string,
  account: StandingAccount,
  { guarantorId, now }: About,
): Promise<string> {
  const { accountKind, bankName, last4, fingerprint } = account;
  const { rows } = await sql<{ method_id: string }>`
    INSERT INTO stored_method (method_id, guarantor_id, kind, token, fingerprint, bank_account_kind, bank_name,
      bank_last4, kept_at)
    VALUES (${uuidv7()}, ${guarantorId}, 'ach', ${token}, ${fingerprint}, ${accountKind}, ${bankName}, ${last4},
      ${now})
    RETURNING method_id`.execute(trx);
  return rows[0]?.method_id as string;
}

/** A method that is kept for this guarantor, locked, so that its holder removes it before or after this; its kind. */
async function keptAlready(db: Database, methodId: string, guarantorId: string): Promise<PaidBy> {
  const { rows } = await sql<{ kind: PaidBy }>`
    SELECT kind FROM stored_method AS each WHERE method_id = ${methodId} AND guarantor_id = ${guarantorId}
      AND is_kept(each) FOR UPDATE`.execute(db);
  const [kept] = rows;
  if (!kept) throw new Refused('method_not_found', { field: 'methodId' });
  return kept.kind;
}

/** Whether a card or a bank account pays; refuses `method_not_found` where nothing is kept. */
export async function paidByOf(
  db: Database,
  method: MethodToKeep,
  { guarantorId }: About,
): Promise<PaidBy> {
  return method.kind === 'stored' ? keptAlready(db, method.methodId, guarantorId) : method.kind;
}

/** Keeps a captured card under an id; no payment can use the capture any more (`usedBy` says by what). */
export async function spendCard(
  trx: Database,
  token: string,
  card: KeptCard | null,
  { usedBy, methodId, about }: { usedBy: string; methodId: string; about: About },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('card_token')
    .set({ used_by: usedBy })
    .where('token', '=', token)
    .where('used_by', 'is', null)
    .executeTakeFirst();
  if (!card || numUpdatedRows !== 1n) throw new Refused('token_unknown');
  await insertCard(trx, methodId, card, about);
}

/**
 * The id of the stored method an authorisation is paid by. What was captured is spent on it: no payment can
 * use the capture any more.
 */
export async function storedMethod(
  trx: Database,
  method: MethodToKeep,
  card: KeptCard | null,
  { authorisationId, about }: { authorisationId: string; about: About },
): Promise<string> {
  if (method.kind === 'stored') {
    await keptAlready(trx, method.methodId, about.guarantorId);
    return method.methodId;
  }
  if (method.kind === 'ach') {
    const { workstationId, now } = about;
    const spent = { usedBy: authorisationId, workstationId, now };
    const account = await keepStandingAccount(trx, method.token, spent);
    if (!account) throw new Refused('token_unknown');
    return insertAccount(trx, method.token, account, about);
  }
  const methodId = uuidv7();
  await spendCard(trx, method.token, card, { usedBy: authorisationId, methodId, about });
  return methodId;
}
