import { randomUUID } from 'node:crypto';
import type { personas } from '#backend/seed/personas.ts';
import { requiredElements, WORDING_VERSION } from '#shared/authorisations/agreement.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { verifiedCall } from './backend-call.ts';
import { captureAccount } from './debit-order.ts';
import type { TestBackend } from './test-backend.ts';

type Persona = (typeof personas)[keyof typeof personas];

/** A monthly series that debits this account, authorised on a call just now; gives its id. */
export async function monthlyDebit(
  backend: TestBackend,
  persona: Persona,
  given: { amountCents: number; accountNumber: string; firstOn: string; payments: number },
): Promise<string> {
  const { amountCents, accountNumber, firstOn, payments } = given;
  const call = await verifiedCall(await backend.signIn(), persona);
  const terms = {
    kind: 'series',
    ledger: 'medical',
    amountCents,
    frequency: 'monthly',
    firstOn,
    ends: { by: 'count', payments },
  } as AuthorisationTerms;
  const authorisationId = randomUUID();
  await call.desk.value('makeAuthorisation', {
    params: { authorisationId },
    body: {
      verificationId: call.verificationId,
      method: { kind: 'ach', token: await captureAccount(call, { accountNumber }) },
      terms,
      agreement: {
        wordingVersion: WORDING_VERSION,
        language: 'en',
        recordingReference: 'C-4XK7',
        acknowledged: [...requiredElements(terms, 'ach')],
        agreedAt: instantOf(backend.now()),
      },
    },
  });
  return authorisationId;
}
