import { v7 as uuidv7 } from 'uuid';
import type { KeptCall } from '#db/journal/call-rows.ts';
import type { PromiseToPay } from '#shared/billing/promise.ts';
import type { CallInput } from '#shared/desk/calls.ts';
import { sumCents } from '#shared/money/cents.ts';
import { regions } from '#shared/organization/regions.ts';
import { promiseDateFault } from '#shared/promises/policy.ts';
import { nowOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { refuseCardNumber } from './refuse-card-number.ts';
import { requireHearing } from './require-hearing.ts';

/** Notes what the caller promised to pay and when. Weighed against what the desk knows is open, if it does. */
export function makePromise(
  desk: DeskParts,
  call: KeptCall,
  userId: string,
  input: CallInput<'promises.make'>,
): PromiseToPay {
  refuseCardNumber(input.note, 'note');
  const { patient, guarantorId } = requireHearing(call);
  const madeAt = nowOf(desk.clock);
  const { timeZone } = regions[patient.region];
  if (promiseDateFault(input.promisedOn, madeAt, timeZone)) {
    throw new Refused('bad_input', 'promisedOn');
  }
  const known = desk.balances.kept(guarantorId);
  if (known && input.amountCents > sumCents(known.charges.map(each => each.openCents))) {
    throw new Refused('amount_over_balance', 'amountCents');
  }
  const promiseId = uuidv7();
  const { callId } = call;
  const promise = { promiseId, callId, guarantorId, userId, madeAt, ...input };
  return desk.kept.keep('promise', promiseId, promise, madeAt);
}
