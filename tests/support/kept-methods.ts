import { randomUUID } from 'node:crypto';
import { AuthorisationElement, WORDING_VERSION } from '#shared/authorisations/agreement.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { StoredMethod } from '#shared/stored/stored-method.ts';
import type { VerifiedCall } from './backend-call.ts';
import type { Answer } from './backend-client.ts';
import { captureAccount } from './debit-order.ts';

const said = (now: number) => ({
  wordingVersion: WORDING_VERSION,
  language: 'en' as const,
  recordingReference: 'REC-20261124-0042',
  agreedAt: instantOf(now),
});

/** Keeps a card by its holder's yes alone, freshly captured unless told otherwise. */
export async function keepCard(
  call: VerifiedCall,
  {
    methodId = randomUUID(),
    goodThrough = '2032-12',
    number = '4242424242424242',
    now = Date.now(),
  } = {},
): Promise<Answer<StoredMethod>> {
  const card = { number, goodThrough, securityCode: '123', postalCode: '94612' };
  const { token } = await call.desk.value('keepCard', { body: card });
  const { verificationId } = call;
  return call.desk.ask('keepMethod', {
    params: { methodId },
    body: { verificationId, token, consent: said(now) },
  });
}

/** As above; throws when it is refused. */
export async function keptCard(...given: Parameters<typeof keepCard>): Promise<StoredMethod> {
  const answer = await keepCard(...given);
  if (!answer.ok) throw new Error(`refused: ${answer.problem.code}`);
  return answer.value;
}

/** Autopay by a bank account that is captured for it: the ids of both. */
export async function autopayByAccount(call: VerifiedCall, now = Date.now()) {
  const authorisationId = randomUUID();
  const { verificationId, desk } = call;
  const { methodId } = await desk.value('makeAuthorisation', {
    params: { authorisationId },
    body: {
      verificationId,
      method: { kind: 'ach', token: await captureAccount(call) },
      terms: { kind: 'autopay', ledger: 'medical', capCents: 20_000 },
      agreement: { ...said(now), acknowledged: [...AuthorisationElement.options] },
    },
  });
  return { authorisationId, methodId };
}

export const remove = ({ desk, verificationId }: VerifiedCall, methodId: string) =>
  desk.ask('removeMethod', { params: { methodId }, body: { verificationId } });

export async function methodsOf({ desk, verificationId }: VerifiedCall): Promise<StoredMethod[]> {
  return (await desk.value('storedMethods', { params: { verificationId } })).methods;
}
