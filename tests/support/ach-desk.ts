import type { AchParts } from '#backend/ach/ach-parts.ts';
import { sandboxAch } from '#backend/ach/compose-ach.ts';
import { connect, openPool } from '#backend/database/connect.ts';
import type { personas } from '#backend/seed/personas.ts';
import { newKey, verifiedCall } from './backend-call.ts';
import { captureAccount, debitOrder } from './debit-order.ts';
import type { TestBackend } from './test-backend.ts';

/** The parts of the ACH work on a test's database, as another server has them; `end` lets them go. */
export function achOf(backend: TestBackend): AchParts & { end(): Promise<void> } {
  const db = connect(openPool(backend.databaseUrl, 4));
  const parts = sandboxAch({ db, clock: backend.now, vaultKey: backend.secrets.vaultKey });
  return { ...parts, end: () => db.destroy() };
}

type Persona = (typeof personas)[keyof typeof personas];

/** A debit that was agreed to on a call just now; gives its key. */
export async function debit(
  backend: TestBackend,
  persona: Persona,
  amountCents: number,
  accountNumber: string,
  debitOn: string,
): Promise<string> {
  const call = await verifiedCall(await backend.signIn(), persona);
  const token = await captureAccount(call, { accountNumber });
  const key = newKey();
  const order = await debitOrder(backend, call, amountCents, { token, debitOn });
  const answer = await call.pay({ ...order, duplicateAcknowledged: true }, key);
  if (!answer.ok) throw new Error(`The debit was refused: ${JSON.stringify(answer)}`);
  return key;
}
