import { randomUUID } from 'node:crypto';
import { personas } from '#backend/seed/personas.ts';
import { AuthorisationElement } from '#shared/authorisations/agreement.ts';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { Reply } from '#shared/desk/refusal.ts';
import { cents } from '#shared/money/cents.ts';
import {
  type AppliedCase,
  applicationToDecide,
  deniedApplication,
  draftApplication,
  saidToday,
  screenHousehold,
  submittedApplication,
} from './applied-case.ts';
import { captureCard, goodCard, partOfTheBill, verifiedCall } from './card-call.ts';
import { type CasePlan, hardshipWish, monthlyMeans, offeredInCase, yesTo } from './case-plan.ts';
import { counselCase } from './counsel-case.ts';
import { captureAccount, goodAccount } from './debit-call.ts';
import { offeredInWriting, wishedPlan } from './plan-call.ts';
import { referralOfToday, saidHousehold } from './said-household.ts';
import type { TestDesk } from './test-desk.ts';

const { marisol } = personas;

export type Ask = (desk: TestDesk) => Promise<Reply<unknown>>;

interface Question {
  /** Brings a desk that nobody is signed in at to where this can be asked. */
  readonly prepare: (desk: TestDesk) => Promise<void>;
  readonly ask: Ask;
}

async function startCall({ value }: TestDesk): Promise<void> {
  await value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  await value('call.start', { language: 'en', interpreter: false, tty: false });
}

async function superviseDesk({ value }: TestDesk): Promise<void> {
  await value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
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

/** The case that was opened on a desk. */
const counselled = new WeakMap<TestDesk, string>();
const ofCase = (desk: TestDesk) => ({ caseId: counselled.get(desk) ?? '' });

/** What is to be done in it. */
const toFinish = new WeakMap<TestDesk, string>();

function aCallback() {
  const today = dateIn('America/Los_Angeles', instantOf(Date.now()));
  const dueOn = businessDaysAfter(today, 1);
  return { itemId: randomUUID(), callback: { dueOn, note: 'Ask for the pay stubs.' } };
}

async function openCase(desk: TestDesk): Promise<void> {
  counselled.set(desk, await counselCase(desk));
}

/** The referral that was made on a desk. */
const referred = new WeakMap<TestDesk, string>();
const referredTo = (desk: TestDesk) => ({
  ...ofCase(desk),
  programmeReferralId: referred.get(desk) ?? '',
});

async function referOn(desk: TestDesk): Promise<void> {
  await openCase(desk);
  const programmeReferralId = randomUUID();
  referred.set(desk, programmeReferralId);
  const referral = referralOfToday();
  await desk.value('programmes.refer', { ...ofCase(desk), programmeReferralId, referral });
}

/** The plan that was offered in a case on a desk. */
const offeredThere = new WeakMap<TestDesk, CasePlan>();

function ofPlan(desk: TestDesk): CasePlan {
  const plan = offeredThere.get(desk);
  if (!plan) throw new Error('No plan was offered in a case.');
  return plan;
}

async function offerInCase(desk: TestDesk): Promise<void> {
  offeredThere.set(desk, await offeredInCase(desk));
}

/** The application in the case of a desk, as far as it was brought. */
const applied = new WeakMap<TestDesk, AppliedCase>();
const ofApplication = (desk: TestDesk) => applied.get(desk) ?? { caseId: '', applicationId: '' };
const applyAs =
  (bring: (desk: TestDesk, caseId: string) => Promise<AppliedCase>) => async (desk: TestDesk) => {
    await openCase(desk);
    applied.set(desk, await bring(desk, ofCase(desk).caseId));
  };

/** Every call through the door for which the desk must ask the backend, with what comes before it. */
const everyQuestion = {
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
  'payments.unknownOutcomes': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('payments.unknownOutcomes', null),
  },
  'payments.unappliedCredits': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('payments.unappliedCredits', null),
  },
  'arrivals.unmatched': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('arrivals.unmatched', null),
  },
  'refunds.waiting': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('refunds.waiting', null),
  },
  'refunds.toPayOut': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('refunds.toPayOut', null),
  },
  'payments.unposted': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('payments.unposted', null),
  },
  'waivers.waiting': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('waivers.waiting', null),
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
  'payments.achExceptions': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('payments.achExceptions', null),
  },
  'payments.returnRates': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('payments.returnRates', null),
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
  'authorisations.unsigned': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('authorisations.unsigned', null),
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
  'runs.list': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('runs.list', { before: null, again: false }),
  },
  'authorisations.exceptions': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('authorisations.exceptions', null),
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
  'collections.read': { prepare: verifiedCall, ask: ({ ask }) => ask('collections.read', null) },
  'collections.ofCase': {
    prepare: openCase,
    ask: desk => desk.ask('collections.ofCase', ofCase(desk)),
  },
  'plans.compare': {
    prepare: verifiedCall,
    ask: ({ ask }) => ask('plans.compare', { wishes: [wishedPlan()] }),
  },
  'plans.offers': { prepare: verifiedCall, ask: ({ ask }) => ask('plans.offers', null) },
  'hardshipPlans.ground': {
    prepare: offerInCase,
    ask: desk => desk.ask('hardshipPlans.ground', { caseId: ofPlan(desk).caseId }),
  },
  'hardshipPlans.compare': {
    prepare: offerInCase,
    ask: desk =>
      desk.ask('hardshipPlans.compare', {
        caseId: ofPlan(desk).caseId,
        wishes: [hardshipWish()],
        means: monthlyMeans,
      }),
  },
  'hardshipPlans.offer': {
    prepare: offerInCase,
    ask: desk =>
      desk.ask('hardshipPlans.offer', {
        caseId: ofPlan(desk).caseId,
        offerId: randomUUID(),
        wish: hardshipWish(),
        means: monthlyMeans,
      }),
  },
  'hardshipPlans.copy': {
    prepare: offerInCase,
    ask: desk => {
      const { caseId, offerId } = ofPlan(desk);
      return desk.ask('hardshipPlans.copy', { caseId, offerId, way: 'mail', language: 'es' });
    },
  },
  'hardshipPlans.agree': {
    prepare: offerInCase,
    ask: desk => desk.ask('hardshipPlans.agree', yesTo(ofPlan(desk))),
  },
  'cases.list': { prepare: openCase, ask: ({ ask }) => ask('cases.list', null) },
  'cases.read': { prepare: openCase, ask: desk => desk.ask('cases.read', ofCase(desk)) },
  'cases.open': {
    prepare: openCase,
    ask: ({ ask }) => ask('cases.open', { mrn: personas.otis.mrn, reason: 'asked for help' }),
  },
  'cases.take': { prepare: openCase, ask: desk => desk.ask('cases.take', ofCase(desk)) },
  'cases.putBack': { prepare: openCase, ask: desk => desk.ask('cases.putBack', ofCase(desk)) },
  'cases.callBack': {
    prepare: openCase,
    ask: desk => desk.ask('cases.callBack', { ...ofCase(desk), ...aCallback() }),
  },
  'cases.finishItem': {
    async prepare(desk) {
      await openCase(desk);
      const { items } = await desk.value('cases.callBack', { ...ofCase(desk), ...aCallback() });
      toFinish.set(desk, items[0]?.itemId ?? '');
    },
    ask: desk =>
      desk.ask('cases.finishItem', {
        ...ofCase(desk),
        itemId: toFinish.get(desk) ?? '',
        done: { note: 'Spoke with her.' },
      }),
  },
  'cases.setPriority': {
    prepare: openCase,
    ask: desk => desk.ask('cases.setPriority', { ...ofCase(desk), priority: 'low' }),
  },
  'cases.close': {
    prepare: openCase,
    ask: desk =>
      desk.ask('cases.close', { ...ofCase(desk), close: { outcome: 'paid', note: 'Paid.' } }),
  },
  'cases.takeOver': {
    prepare: openCase,
    ask: desk =>
      desk.ask('cases.takeOver', { ...ofCase(desk), takeover: { reason: 'On vacation.' } }),
  },
  'cases.handOver': {
    prepare: openCase,
    ask: desk =>
      desk.ask('cases.handOver', {
        ...ofCase(desk),
        handover: { to: 'm.delgado', note: 'On vacation.' },
      }),
  },
  'cases.colleagues': {
    prepare: openCase,
    ask: desk => desk.ask('cases.colleagues', ofCase(desk)),
  },
  'screening.read': { prepare: openCase, ask: desk => desk.ask('screening.read', ofCase(desk)) },
  'screening.save': {
    prepare: openCase,
    ask: desk =>
      desk.ask('screening.save', {
        ...ofCase(desk),
        screeningId: randomUUID(),
        household: saidHousehold,
      }),
  },
  'programmes.list': { prepare: openCase, ask: desk => desk.ask('programmes.list', ofCase(desk)) },
  'programmes.refer': {
    prepare: openCase,
    ask: desk =>
      desk.ask('programmes.refer', {
        ...ofCase(desk),
        programmeReferralId: randomUUID(),
        referral: referralOfToday(),
      }),
  },
  'programmes.followUp': {
    prepare: referOn,
    ask: desk => {
      const { followUpOn, referredOn } = referralOfToday();
      return desk.ask('programmes.followUp', {
        ...referredTo(desk),
        stepId: randomUUID(),
        followUp: { happenedOn: referredOn, note: 'Nobody answered.', followUpOn },
      });
    },
  },
  'programmes.close': {
    prepare: referOn,
    ask: desk =>
      desk.ask('programmes.close', {
        ...referredTo(desk),
        end: { outcome: 'enrolled', happenedOn: referralOfToday().referredOn, note: '' },
      }),
  },
  'documents.list': {
    prepare: openCase,
    ask: desk => desk.ask('documents.list', ofCase(desk)),
  },
  'letters.ofCase': {
    prepare: openCase,
    ask: desk => desk.ask('letters.ofCase', ofCase(desk)),
  },
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
  'applications.read': {
    prepare: openCase,
    ask: desk => desk.ask('applications.read', ofCase(desk)),
  },
  'applications.begin': {
    prepare: async desk => {
      await openCase(desk);
      await screenHousehold(desk, ofCase(desk).caseId);
      applied.set(desk, { ...ofCase(desk), applicationId: randomUUID() });
    },
    ask: desk => desk.ask('applications.begin', ofApplication(desk)),
  },
  'applications.submit': {
    prepare: applyAs(draftApplication),
    ask: desk =>
      desk.ask('applications.submit', { ...ofApplication(desk), statement: saidToday() }),
  },
  'applications.requirement': {
    prepare: applyAs(submittedApplication),
    ask: desk => {
      const change = { state: 'waived', why: 'seen before' } as const;
      const kind = 'identity' as const;
      return desk.ask('applications.requirement', { ...ofApplication(desk), kind, change });
    },
  },
  'applications.decide': {
    prepare: applyAs(applicationToDecide),
    ask: desk => {
      const determinationId = ofApplication(desk).applicationId;
      const decision = { outcome: 'denied', reason: 'nothing was proved' } as const;
      return desk.ask('applications.decide', { ...ofApplication(desk), determinationId, decision });
    },
  },
  'applications.appeal': {
    prepare: applyAs(deniedApplication),
    ask: desk =>
      desk.ask('applications.appeal', { ...ofApplication(desk), note: 'the payslip was there' }),
  },
  'applications.withdraw': {
    prepare: applyAs(submittedApplication),
    ask: desk =>
      desk.ask('applications.withdraw', { ...ofApplication(desk), note: 'found other help' }),
  },
  'payments.void': {
    prepare: pay,
    ask: async desk =>
      desk.ask('payments.void', { key: await lastKey(desk), reason: 'wrong amount' }),
  },
} as const satisfies Record<string, Question>;

export const questions = Object.entries(everyQuestion) as [keyof typeof everyQuestion, Question][];
