import type { RouteName } from '../contract/routes.ts';
import type { CallName } from '../desk/calls.ts';
import type { Role } from './roles.ts';

export type Allowed = readonly Role[] | 'anyone' | 'signed_in';

const onCalls = ['representative', 'counselor'] as const;
const everyPerson = ['representative', 'counselor', 'supervisor'] as const;

/**
 * Which role may use which route of the backend and which call of the desk. The one table: the backend
 * enforces its half for the data, the desk's door the other for the person. `anyone` needs no session,
 * `signed_in` works while the desk is locked too.
 */
export const access: {
  readonly routes: Readonly<Record<RouteName, Allowed>>;
  readonly calls: Readonly<Record<CallName, Allowed>>;
  /** Listening to what the backend says unasked. */
  readonly events: Allowed;
} = {
  routes: {
    hello: 'anyone',
    signIn: 'anyone',
    currentSession: everyPerson,
    signOut: everyPerson,
    findPatients: everyPerson,
    unlockPatient: ['supervisor'],
    beginVerification: onCalls,
    answerFactor: onCalls,
    verification: onCalls,
    balance: onCalls,
    keepCard: onCalls,
    keepBankAccount: onCalls,
    submitPayment: onCalls,
    payment: [...everyPerson, 'workstation'],
    abandonPayment: [...onCalls, 'workstation'],
    voidPayment: everyPerson,
    unknownOutcomes: ['supervisor'],
    unappliedCredits: ['supervisor'],
    overridePayment: ['supervisor'],
    achExceptions: ['supervisor'],
    resolveAchException: ['supervisor'],
    keepCallRecord: [...onCalls, 'workstation'],
    handOverAccesses: [...everyPerson, 'workstation'],
    changes: everyPerson,
    wipeWorkstation: ['supervisor'],
    keepNote: [...onCalls, 'workstation'],
    keepPromise: [...onCalls, 'workstation'],
    keepReferral: [...onCalls, 'workstation'],
    keepExpectedWire: [...onCalls, 'workstation'],
    unmatchedArrivals: ['supervisor'],
    assignArrival: ['supervisor'],
    paymentHistory: everyPerson,
    askRefund: everyPerson,
    waitingRefunds: ['supervisor'],
    decideRefund: ['supervisor'],
    refund: [...everyPerson, 'workstation'],
    refundsToPayOut: ['supervisor'],
    payOutRefund: ['supervisor'],
    unpostedPayments: ['supervisor'],
    closeTrace: ['supervisor'],
    askWaiver: onCalls,
    waivers: onCalls,
    waitingWaivers: ['supervisor'],
    decideWaiver: ['supervisor'],
    openTrace: everyPerson,
    openDispute: onCalls,
    sendReceipt: everyPerson,
    authorisations: onCalls,
    makeAuthorisation: onCalls,
    changeAuthorisation: onCalls,
    skipScheduledPayment: onCalls,
    revokeAuthorisation: onCalls,
    scheduledExceptions: ['supervisor'],
    closeScheduledException: ['supervisor'],
  },
  events: everyPerson,
  calls: {
    'desk.state': 'anyone',
    'session.signIn': 'anyone',
    'session.lock': 'signed_in',
    'session.unlock': 'signed_in',
    'session.signOut': 'signed_in',
    'session.touch': everyPerson,
    'call.start': onCalls,
    'call.current': onCalls,
    'call.setOptions': onCalls,
    'call.said': onCalls,
    'call.keepNotes': onCalls,
    'call.wrapUp': onCalls,
    'call.summary': onCalls,
    'patients.find': everyPerson,
    'patients.choose': onCalls,
    'patients.unlock': ['supervisor'],
    'verification.begin': onCalls,
    'verification.answer': onCalls,
    'balance.read': onCalls,
    'capture.open': onCalls,
    'capture.place': onCalls,
    'capture.focus': onCalls,
    'capture.close': onCalls,
    'capture.discard': onCalls,
    'capture.submit': onCalls,
    'capture.submitBank': onCalls,
    'capture.cancel': onCalls,
    'debits.agree': onCalls,
    'payments.submit': onCalls,
    'payments.outcome': everyPerson,
    'payments.askNow': everyPerson,
    'payments.void': everyPerson,
    'payments.unknownOutcomes': ['supervisor'],
    'payments.unappliedCredits': ['supervisor'],
    'payments.override': ['supervisor'],
    'payments.achExceptions': ['supervisor'],
    'payments.resolveAchException': ['supervisor'],
    'receipts.save': everyPerson,
    'authorisations.save': everyPerson,
    'sync.pause': everyPerson,
    'sync.resume': everyPerson,
    'sync.rebuild': everyPerson,
    'notes.add': onCalls,
    'promises.make': onCalls,
    'referrals.make': onCalls,
    'wires.expect': onCalls,
    'outbox.list': everyPerson,
    'outbox.retry': everyPerson,
    'arrivals.unmatched': ['supervisor'],
    'arrivals.assign': ['supervisor'],
    'payments.history': everyPerson,
    'payments.takeBack': everyPerson,
    'payments.refund': everyPerson,
    'payments.trace': everyPerson,
    'disputes.open': onCalls,
    'receipts.send': everyPerson,
    'receipts.print': everyPerson,
    'refunds.waiting': ['supervisor'],
    'refunds.decide': ['supervisor'],
    'authorisations.list': onCalls,
    'authorisations.make': onCalls,
    'authorisations.change': onCalls,
    'authorisations.skip': onCalls,
    'authorisations.revoke': onCalls,
    'authorisations.exceptions': ['supervisor'],
    'authorisations.closeException': ['supervisor'],
  },
};

/** Whether somebody in `role` may do what the table lists as `allowed`; `undefined` is nobody signed in. */
export function mayUse(allowed: Allowed, role: Role | undefined): boolean {
  if (allowed === 'anyone') return true;
  if (role === undefined) return false;
  if (allowed === 'signed_in') return role !== 'workstation';
  return allowed.includes(role);
}
