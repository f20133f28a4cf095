import type { KeptCall } from '#db/journal/call-rows.ts';
import { HolderName } from '#shared/ach/tel-authorisation.ts';
import { payerOf } from '#shared/call/payer.ts';
import type { Verification } from '#shared/contract/verifications.ts';
import type { Caller } from '../calls/handlers.ts';
import { Refused } from '../desk/refused.ts';
import type { CallBook } from './call-book.ts';

/** The call this person has open; refuses when there is none. */
export function requireCall(book: CallBook, caller: Pick<Caller, 'userId'>): KeptCall {
  const call = book.open(caller.userId);
  if (!call) throw new Refused('no_call');
  return call;
}

/** The verification of a call on which something may be heard or paid; refuses otherwise. */
export function requireVerified(call: KeptCall): Verification {
  if (!call.patient) throw new Refused('no_patient');
  if (call.verification?.state !== 'verified') throw new Refused('not_verified');
  return call.verification;
}

/** The name of whoever pays, which a debit of their account needs; refuses when none was given that can be one. */
export function requirePayer(call: KeptCall): string {
  const name = HolderName.safeParse(payerOf(call));
  if (!name.success) throw new Refused('payer_unnamed');
  return name.data;
}
