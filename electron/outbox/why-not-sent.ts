import { BackendNonsense, BackendRefused } from '../backend/failures.ts';
import { Unreadable } from './send-owed.ts';

/** What to do with something that did not get there. */
export interface WhyNotSent {
  /** A code. */
  readonly reason: string;
  /** Whether sending the same again cannot help. */
  readonly isPoison: boolean;
  /** How long the backend asks to be left alone, in ms. */
  readonly waitMs?: number;
}

/** Refusals of what was sent; every other one is of the moment: the session, the version, the load. */
const poison: readonly string[] = [
  'bad_request',
  'key_reused',
  'not_allowed',
  'not_verified',
  'not_found',
  'amount_over_balance',
];

/** A backend that stumbles over the same thing so often does so because of it. */
const FAULTS_AT_MOST = 25;

/** Longer than this nobody is asked to wait: the desk looks again by itself. */
const LONGEST_ASKED_MS = 10 * 60_000;

function asked(seconds: number | undefined): Pick<WhyNotSent, 'waitMs'> {
  return seconds === undefined ? {} : { waitMs: Math.min(seconds * 1_000, LONGEST_ASKED_MS) };
}

/** `faults` counts how often the backend itself failed over this before. */
export function whyNotSent(failure: unknown, faults: number): WhyNotSent {
  if (failure instanceof Unreadable) return { reason: 'unreadable', isPoison: true };
  if (failure instanceof BackendRefused) {
    const { code: reason, retryAfterSeconds } = failure;
    const isPoison = poison.includes(reason) || (reason === 'internal' && faults >= FAULTS_AT_MOST);
    return { reason, isPoison, ...asked(retryAfterSeconds) };
  }
  if (failure instanceof BackendNonsense) {
    return { reason: 'backend_nonsense', isPoison: false, ...asked(failure.retryAfterSeconds) };
  }
  return { reason: 'unreachable', isPoison: false };
}
