import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { KeptCall } from '#db/journal/call-rows.ts';
import type { ExpectedWire } from '#shared/billing/expected-wire.ts';
import type { CallInput } from '#shared/desk/calls.ts';
import { regions } from '#shared/organization/regions.ts';
import { wireDateFault } from '#shared/wires/policy.ts';
import { wireReference } from '#shared/wires/reference.ts';
import { nowOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { requireHearing } from './require-hearing.ts';

/**
 * Notes a wire the caller says they will send, under a reference of its own. Nothing is charged. The
 * reference begins with the bill-pay number, so the balance must have been read once on this desk.
 */
export function expectWire(
  desk: DeskParts,
  call: KeptCall,
  userId: string,
  input: CallInput<'wires.expect'>,
): ExpectedWire {
  const { patient, guarantorId } = requireHearing(call);
  const notedAt = nowOf(desk.clock);
  const { timeZone } = regions[patient.region];
  if (wireDateFault(input.expectedOn, notedAt, timeZone)) {
    throw new Refused('bad_input', 'expectedOn');
  }
  const known = desk.balances.kept(guarantorId);
  if (!known) throw new Refused('balance_not_read');
  const wireId = uuidv7();
  const reference = wireReference(known.guarantor.billPayNumber, randomInt);
  const { callId } = call;
  const wire = { wireId, callId, guarantorId, userId, notedAt, reference, ...input };
  return desk.kept.keep('expected_wire', wireId, wire, notedAt);
}
