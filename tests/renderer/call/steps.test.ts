import { describe, expect, it } from 'vitest';
import { isDone, isStopped, nextStep, whyClosed } from '../../../renderer/call/steps/steps.ts';
import { aCall, anAttempt, guest, marisol, verification, verified } from './a-call.ts';

describe('the page follows the call', () => {
  it('from finding the patient to verifying, the balance, and the payment', () => {
    expect(nextStep(aCall())).toBe('locate');
    expect(nextStep(aCall({ patient: marisol }))).toBe('verify');
    expect(nextStep(aCall({ patient: marisol, verification: verified }))).toBe('balance');
    const typing = { patient: marisol, verification: verified, recording: 'paused' as const };
    expect(nextStep(aCall(typing))).toBe('pay');
    const attempts = [anAttempt('sent')];
    expect(nextStep(aCall({ patient: marisol, verification: verified, attempts }))).toBe('pay');
  });

  it('past the balance for a guest payer, who may hear nothing of it', () => {
    const call = aCall({ patient: marisol, verification: guest });
    expect(nextStep(call)).toBe('pay');
    expect(whyClosed('balance', call)).toBe('guest');
    expect(whyClosed('pay', call)).toBeUndefined();
  });

  it('and a call can be ended at any time', () => {
    expect(whyClosed('wrapUp', aCall())).toBeUndefined();
  });
});

describe('nothing of a bill opens before the caller may hear it', () => {
  it.each(['balance', 'pay'] as const)('%s waits for the patient, then for the caller', step => {
    expect(whyClosed(step, aCall())).toBe('noPatient');
    expect(whyClosed(step, aCall({ patient: marisol }))).toBe('notVerified');
    for (const state of ['open', 'refused', 'locked'] as const) {
      const call = aCall({ patient: marisol, verification: verification({ state }) });
      expect(whyClosed(step, call)).toBe('notVerified');
    }
    expect(whyClosed(step, aCall({ patient: marisol, verification: verified }))).toBeUndefined();
  });
});

describe('how far a step is', () => {
  it('a payment is done when it is approved, and only then', () => {
    const doneAfter = (state: Parameters<typeof anAttempt>[0]) =>
      isDone('pay', aCall({ attempts: [anAttempt('declined'), anAttempt(state)] }));
    expect(doneAfter('approved')).toBe(true);
    for (const state of [
      'ready',
      'sent',
      'unknown',
      'declined',
      'not_charged',
      'voided',
    ] as const) {
      expect(doneAfter(state)).toBe(false);
    }
  });

  it('verifying is stopped by a refusal, by a lock, and by a record that was locked before', () => {
    const stopped = (changes: Parameters<typeof aCall>[0]) => isStopped('verify', aCall(changes));
    expect(stopped({ patient: marisol })).toBe(false);
    expect(stopped({ verification: verification({ state: 'refused' }) })).toBe(true);
    expect(stopped({ verification: verification({ state: 'locked' }) })).toBe(true);
    const lockedAt = aCall().startedAt;
    expect(stopped({ patient: { ...marisol, lockedAt } })).toBe(true);
  });
});
