import { randomUUID } from 'node:crypto';
import { personas } from '#backend/seed/personas.ts';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import {
  type AppliedCase,
  applicationToDecide,
  deniedApplication,
  draftApplication,
  saidToday,
  screenHousehold,
  submittedApplication,
} from './applied-case.ts';
import { type CasePlan, hardshipWish, monthlyMeans, offeredInCase, yesTo } from './case-plan.ts';
import { counselCase } from './counsel-case.ts';
import type { Question } from './question.ts';
import { referralOfToday, saidHousehold } from './said-household.ts';
import type { TestDesk } from './test-desk.ts';

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

/** What a desk asks the backend in a counselor's case, with what comes before it. */
export const questionsOfCases = {
  'collections.ofCase': {
    prepare: openCase,
    ask: desk => desk.ask('collections.ofCase', ofCase(desk)),
  },
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
  'cases.closed': {
    prepare: openCase,
    ask: desk => desk.ask('cases.closed', { search: '', before: null }),
  },
  'cases.reopen': {
    async prepare(desk) {
      await openCase(desk);
      const close = { outcome: 'paid', note: 'Paid.' } as const;
      await desk.value('cases.close', { ...ofCase(desk), close });
    },
    ask: desk => desk.ask('cases.reopen', { ...ofCase(desk), reason: 'They called again.' }),
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
  'applications.waiting': {
    prepare: applyAs(applicationToDecide),
    ask: desk => desk.ask('applications.waiting', {}),
  },
  'applications.decided': {
    prepare: applyAs(applicationToDecide),
    ask: desk => desk.ask('applications.decided', { which: 'all' }),
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
} as const satisfies Record<string, Question>;
