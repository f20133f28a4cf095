import type { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { isOpen } from '#shared/payments/states.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';

/** Whether a supervisor overrode it and it is open still, by the backend's word of this moment. */
async function isOverridden({ backend, attempts }: DeskParts, key: AttemptKey): Promise<boolean> {
  try {
    const { state, overriddenAt } = await backend.ask('payment', { params: { key } });
    if (overriddenAt) attempts.noteOverride(key, overriddenAt);
    return overriddenAt !== null && isOpen(state);
  } catch {
    return false;
  }
}

/**
 * An attempt of this desk whose outcome is open blocks another one for its guarantor, unless a supervisor
 * overrode it. Only the backend can say so: while it is away nothing else may start.
 */
export async function refuseWhileOpen(desk: DeskParts, guarantorId: GuarantorId): Promise<void> {
  for (const { key } of desk.attempts.openFor(guarantorId)) {
    if (!(await isOverridden(desk, key))) throw new Refused('payment_open');
  }
}
