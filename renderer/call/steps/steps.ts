import type { OpenCall } from '#shared/desk/open-call.ts';
import { shownTo } from '../balance/shown-to.ts';

/** The steps of a call in their order. */
export const steps = ['locate', 'verify', 'balance', 'pay', 'wrapUp'] as const;
export type Step = (typeof steps)[number];

export const stepKeys: Readonly<Record<Step, string>> = {
  locate: 'F2',
  verify: 'F3',
  balance: 'F4',
  pay: 'F6',
  wrapUp: 'F9',
};

/** The pane in which each step is done; it gets the focus when the step is chosen. */
export const stepPanes: Readonly<Record<Step, string>> = {
  locate: 'locate',
  verify: 'verify',
  balance: 'balance',
  pay: 'pay',
  wrapUp: 'wrap-up',
};

export type WhyClosed = 'noPatient' | 'notVerified' | 'guest';

/** Why a step cannot be opened yet; undefined when it can. Nothing is shown before the caller may hear it. */
export function whyClosed(step: Step, call: OpenCall): WhyClosed | undefined {
  if (step === 'locate' || step === 'wrapUp') return undefined;
  if (!call.patient) return 'noPatient';
  if (step === 'verify') return undefined;
  const shown = shownTo(call);
  if (shown === 'not_verified') return 'notVerified';
  return step === 'balance' && shown === 'guest' ? 'guest' : undefined;
}

/** What the call is waiting for; where the page goes by itself. */
export function nextStep(call: OpenCall): Step {
  if (call.attempts.length > 0 || call.recording === 'paused' || call.card || call.bankAccount)
    return 'pay';
  if (!call.patient) return 'locate';
  const shown = shownTo(call);
  if (shown === 'not_verified') return 'verify';
  return shown === 'guest' ? 'pay' : 'balance';
}

const paid: readonly string[] = ['approved', 'originated', 'posted', 'settled'];

/** Whether a step has reached its end on this call. */
export function isDone(step: Step, call: OpenCall): boolean {
  if (step === 'locate') return call.patient !== null;
  if (step === 'verify') return call.verification?.state === 'verified';
  if (step === 'balance') return call.events.some(event => event.kind === 'balance_read');
  if (step === 'pay') return call.attempts.some(attempt => paid.includes(attempt.state));
  return false;
}

/** Whether the caller can hear nothing, whatever else is asked. */
export function isStopped(step: Step, call: OpenCall): boolean {
  if (step !== 'verify') return false;
  const state = call.verification?.state;
  return state === 'refused' || state === 'locked' || call.patient?.lockedAt != null;
}
