import { z } from 'zod';
import { AccountNote } from '../billing/account-note.ts';
import { ExpectedWire } from '../billing/expected-wire.ts';
import { PromiseToPay } from '../billing/promise.ts';
import { Referral } from '../billing/referral.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

const refusals = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'not_verified',
  'not_found',
  'key_reused',
] as const satisfies ProblemCode[];

const noteId = z.object({ noteId: z.uuid() });
const promiseId = z.object({ promiseId: z.uuid() });
const referralId = z.object({ referralId: z.uuid() });
const wireId = z.object({ wireId: z.uuid() });

/**
 * What a call leaves with a guarantor. Each is kept once under its id, however often it is sent; another
 * one under the same id is `key_reused`. A person sends in their own name, a workstation for whoever was
 * signed in on it; the guarantor is in that person's regions and the caller was verified on that call.
 */
export const keptRoutes = {
  keepNote: route({
    method: 'PUT',
    path: '/v1/notes/:noteId',
    summary: 'Keep a note for whoever takes the next call; the same note twice changes nothing',
    params: noteId,
    body: AccountNote,
    status: 200,
    reply: noteId,
    problems: refusals,
  }),
  keepPromise: route({
    method: 'PUT',
    path: '/v1/promises/:promiseId',
    summary: 'Keep a promise to pay; a later one replaces it, and both stay on record',
    params: promiseId,
    body: PromiseToPay,
    status: 200,
    reply: promiseId,
    problems: [...refusals, 'amount_over_balance'],
  }),
  keepReferral: route({
    method: 'PUT',
    path: '/v1/referrals/:referralId',
    summary: 'Hand a caller on to a financial counselor; the same referral twice changes nothing',
    params: referralId,
    body: Referral,
    status: 200,
    reply: referralId,
    problems: refusals,
  }),
  keepExpectedWire: route({
    method: 'PUT',
    path: '/v1/expected-wires/:wireId',
    summary:
      'Note a wire somebody said they will send; nothing is charged and no ledger line written',
    params: wireId,
    body: ExpectedWire,
    status: 200,
    reply: wireId,
    problems: refusals,
  }),
};
