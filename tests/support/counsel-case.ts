import { personas } from '#backend/seed/personas.ts';
import type { TestDesk } from './test-desk.ts';

/** Signs a counselor in and opens a case of their own, for Marisol or whoever is told; gives its id. */
export async function counselCase(
  { value }: TestDesk,
  userId = 'c.okafor',
  { mrn }: (typeof personas)[keyof typeof personas] = personas.marisol,
): Promise<string> {
  await value('session.signIn', { userId, password: 'sandbox-only' });
  const { caseId } = await value('cases.open', { mrn, reason: 'Asked for help on the phone.' });
  return caseId;
}
