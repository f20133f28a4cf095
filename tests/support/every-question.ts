import { randomUUID } from 'node:crypto';
import { personas } from '#backend/seed/personas.ts';
import { AuthorisationElement } from '#shared/authorisations/agreement.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { captureCard, goodCard, partOfTheBill, verifiedCall } from './card-call.ts';
import { captureAccount, goodAccount } from './debit-call.ts';
import { offeredInWriting, wishedPlan } from './plan-call.ts';
import type { Question } from './question.ts';
import { questionsOfCases } from './questions-of-cases.ts';
import { questionsOfSupervisors } from './questions-of-supervisors.ts';
import type { TestDesk } from './test-desk.ts';

const { marisol } = personas;

async function startCall({ value }: TestDesk): Promise<void> {
  await value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  await value('call.start', { language: 'en', interpreter: false, tty: false });
}

async function choosePatient(desk: TestDesk): Promise<void> {
  await startCall(desk);
  await desk.value('patients.choose', { mrn: marisol.mrn });
}

async function beginToVerify(desk: TestDesk): Promise<void> {
  await choosePatient(desk);
  await desk.value('verification.begin', { callerRole: 'patient' });
}

async function openCapture(desk: TestDesk): Promise<void> {
  await verifiedCall(desk);
  const bounds = { x: 0, y: 0, width: 380, height: 260 };
  await desk.value('capture.open', { bounds, scheme: 'light', method: 'card' });
}

async function openAccountCapture(desk: TestDesk): Promise<void> {
  await verifiedCall(desk);
  const bounds = { x: 0, y: 0, width: 380, height: 260 };
  await desk.value('capture.open', { bounds, scheme: 'light', method: 'ach' });
}

async function haveCard(desk: TestDesk): Promise<void> {
  await verifiedCall(desk);
  await captureCard(desk);
}

async function pay(desk: TestDesk): Promise<void> {
  await haveCard(desk);
  await desk.value('payments.submit', partOfTheBill);
}

async function lastKey({ value }: TestDesk) {
  const key = (await value('call.current', null))?.attempts.at(-1)?.key;
  if (!key) throw new Error('Nothing was paid.');
  return key;
}

/** The autopay that was set up on a desk. */
const setUp = new WeakMap<TestDesk, string>();

const autopay = {
  terms: { kind: 'autopay' as const, ledger: 'medical' as const, capCents: cents(20_000) },
  acknowledged: [...AuthorisationElement.options],
  language: 'en' as const,
};

async function setUpAutopay(desk: TestDesk): Promise<void> {
  await haveCard(desk);
  const authorisationId = randomUUID();
  setUp.set(desk, authorisationId);
  await desk.value('authorisations.make', { authorisationId, method: 'captured', ...autopay });
}

async function setUpDebits(desk: TestDesk): Promise<void> {
  await verifiedCall(desk);
  await captureAccount(desk);
  const authorisationId = randomUUID();
  setUp.set(desk, authorisationId);
  await desk.value('authorisations.make', { authorisationId, method: 'captured', ...autopay });
}

/** The card that is kept on a desk. */
const kept = new WeakMap<TestDesk, string>();

async function keepCard(desk: TestDesk): Promise<void> {
  await haveCard(desk);
  const { storedMethodId } = await desk.value('storedMethods.keep', { language: 'en' });
  kept.set(desk, storedMethodId ?? '');
}

/** The offer that was made on a desk, and the plan that is to become of it. */
const offered = new WeakMap<TestDesk, { readonly offerId: string; readonly planId: string }>();
const ofOffer = (desk: TestDesk) => offered.get(desk) ?? { offerId: '', planId: '' };

async function offerPlan(desk: TestDesk): Promise<void> {
  await verifiedCall(desk);
  const { offerId } = await offeredInWriting(desk);
  offered.set(desk, { offerId, planId: randomUUID() });
}

/** The change that was explained on a desk. */
const explained = new WeakMap<TestDesk, string>();
const explainedOn = (desk: TestDesk) => ({ changeId: explained.get(desk) ?? '', caseId: null });
const pauseOf = (desk: TestDesk) => ({
  ...explainedOn(desk),
  planId: ofOffer(desk).planId,
  wish: { kind: 'pause' as const, months: 1, reason: 'illness' as const },
});

async function agreeToPlan(desk: TestDesk): Promise<void> {
  await offerPlan(desk);
  await desk.value('plans.agree', { ...ofOffer(desk), language: 'en', screeningPassed: false });
  explained.set(desk, randomUUID());
}

async function explainPause(desk: TestDesk): Promise<void> {
  await agreeToPlan(desk);
  await desk.value('planChanges.offer', pauseOf(desk));
}

/** Every call through the door for which the desk must ask the backend, with what comes before it. */
const everyQuestion = {
  ...questionsOfCases,
  ...questionsOfSupervisors,
  'session.signIn': {
    prepare: async () => undefined,
    ask: ({ ask }) => ask('session.signIn', { userId: 'r.ames', password: 'sandbox-only' }),
  },
  'session.unlock': {
    async prepare(desk) {
      await startCall(desk);
      await desk.value('session.lock', null);
    },
    ask: ({ ask }) => ask('session.unlock', { password: 'sandbox-only' }),
  },
  'patients.find': {
    prepare: startCall,
    ask: ({ ask }) => ask('patients.find', { by: 'mrn', mrn: marisol.mrn }),
  },
  'patients.choose': {
    prepare: startCall,
    ask: ({ ask }) => ask('patients.choose', { mrn: marisol.mrn }),
  },
  'patients.unlock': {
    prepare: async ({ value }) =>
      void (await value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' })),
    ask: ({ ask }) => ask('patients.unlock', { mrn: personas.dmitri.mrn, reason: 'is himself' }),
  },
  'verification.begin': {
    prepare: choosePatient,
    ask: ({ ask }) => ask('verification.begin', { callerRole: 'patient' }),
  },
  'verification.answer': {
    prepare: beginToVerify,
    ask: ({ ask }) => ask('verification.answer', { factor: 'birth_date', said: marisol.birthDate }),
  },
  'balance.read': { prepare: verifiedCall, ask: ({ ask }) => ask('balance.read', null) },
  'capture.submit': { prepare: openCapture, ask: ({ ask }) => ask('capture.submit', goodCard) },
  'capture.submitBank': {
    prepare: openAccountCapture,
    ask: ({ ask }) => ask('capture.submitBank', goodAccount),
  },
  'payments.submit': {
    prepare: haveCard,
    ask: ({ ask }) => ask('payments.submit', partOfTheBill),
  },
  'approvals.plans': { prepare: verifiedCall, ask: ({ ask }) => ask('approvals.plans', null) },
  'approvals.askPlan': {
    prepare: verifiedCall,
    ask: ({ ask }) =>
      ask('approvals.askPlan', {
        requestId: randomUUID(),
        wish: wishedPlan(24),
        reason: 'their income comes late',
      }),
  },
  'approvals.ofPayment': {
    prepare: pay,
    ask: async desk => desk.ask('approvals.ofPayment', { key: await lastKey(desk) }),
  },
  'waivers.list': { prepare: verifiedCall, ask: ({ ask }) => ask('waivers.list', null) },
  'payments.history': {
    prepare: pay,
    ask: async desk => desk.ask('payments.history', { key: await lastKey(desk) }),
  },
  'receipts.send': {
    prepare: pay,
    ask: async desk =>
      desk.ask('receipts.send', {
        key: await lastKey(desk),
        receiptKey: randomUUID(),
        by: 'mail',
        to: null,
        language: 'en',
      }),
  },
  'followUps.list': { prepare: startCall, ask: ({ ask }) => ask('followUps.list', null) },
  'followUps.count': { prepare: startCall, ask: ({ ask }) => ask('followUps.count', null) },
  'authorisations.list': {
    prepare: verifiedCall,
    ask: ({ ask }) => ask('authorisations.list', null),
  },
  'authorisations.make': {
    prepare: haveCard,
    ask: ({ ask }) =>
      ask('authorisations.make', {
        authorisationId: randomUUID(),
        method: 'captured',
        ...autopay,
      }),
  },
  'authorisations.change': {
    prepare: setUpAutopay,
    ask: desk =>
      desk.ask('authorisations.change', {
        authorisationId: setUp.get(desk) ?? '',
        ...autopay,
      }),
  },
  'authorisations.revoke': {
    prepare: setUpAutopay,
    ask: desk =>
      desk.ask('authorisations.revoke', {
        authorisationId: setUp.get(desk) ?? '',
        reason: 'their wish',
      }),
  },
  'authorisations.copy': {
    prepare: setUpAutopay,
    ask: desk =>
      desk.ask('authorisations.copy', {
        authorisationId: setUp.get(desk) ?? '',
        language: 'en',
      }),
  },
  'authorisations.signed': {
    prepare: setUpDebits,
    ask: desk => {
      const today = dateIn('America/Los_Angeles', instantOf(Date.now()));
      const authorisationId = setUp.get(desk) ?? '';
      return desk.ask('authorisations.signed', {
        authorisationId,
        signedOn: today,
        receivedOn: today,
      });
    },
  },
  'storedMethods.list': {
    prepare: verifiedCall,
    ask: ({ ask }) => ask('storedMethods.list', null),
  },
  'storedMethods.keep': {
    prepare: haveCard,
    ask: ({ ask }) => ask('storedMethods.keep', { language: 'en' }),
  },
  'storedMethods.choose': {
    prepare: keepCard,
    ask: desk => desk.ask('storedMethods.choose', { methodId: kept.get(desk) ?? '' }),
  },
  'storedMethods.remove': {
    prepare: keepCard,
    ask: desk => desk.ask('storedMethods.remove', { methodId: kept.get(desk) ?? '' }),
  },
  'plans.offer': {
    prepare: verifiedCall,
    ask: ({ ask }) => ask('plans.offer', { offerId: randomUUID(), wish: wishedPlan() }),
  },
  'plans.copy': {
    prepare: offerPlan,
    ask: desk => desk.ask('plans.copy', { offerId: ofOffer(desk).offerId, way: 'mail' }),
  },
  'plans.agree': {
    prepare: offerPlan,
    ask: desk =>
      desk.ask('plans.agree', { ...ofOffer(desk), language: 'en', screeningPassed: false }),
  },
  'plans.list': { prepare: verifiedCall, ask: ({ ask }) => ask('plans.list', null) },
  'plans.billLast': {
    prepare: agreeToPlan,
    ask: desk => desk.ask('plans.billLast', { planId: ofOffer(desk).planId }),
  },
  'collections.read': { prepare: verifiedCall, ask: ({ ask }) => ask('collections.read', null) },
  'referrals.standing': {
    prepare: verifiedCall,
    ask: ({ ask }) => ask('referrals.standing', null),
  },
  'plans.compare': {
    prepare: verifiedCall,
    ask: ({ ask }) => ask('plans.compare', { wishes: [wishedPlan()] }),
  },
  'plans.offers': { prepare: verifiedCall, ask: ({ ask }) => ask('plans.offers', null) },
  'planChanges.offer': {
    prepare: agreeToPlan,
    ask: desk => desk.ask('planChanges.offer', pauseOf(desk)),
  },
  'planChanges.copy': {
    prepare: explainPause,
    ask: desk => desk.ask('planChanges.copy', { ...explainedOn(desk), way: 'mail' }),
  },
  'planChanges.agree': {
    prepare: explainPause,
    ask: desk =>
      desk.ask('planChanges.agree', {
        ...explainedOn(desk),
        language: 'en',
        recordingReference: null,
      }),
  },
  'payments.void': {
    prepare: pay,
    ask: async desk =>
      desk.ask('payments.void', { key: await lastKey(desk), reason: 'wrong amount' }),
  },
} as const satisfies Record<string, Question>;

export const questions = Object.entries(everyQuestion) as [keyof typeof everyQuestion, Question][];
