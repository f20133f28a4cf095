import { randomUUID } from 'node:crypto';
import { personas } from '#backend/seed/personas.ts';
import { CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { everyLook } from '#shared/contract/access-review.ts';
import { regions } from '#shared/organization/regions.ts';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import type { Question } from './question.ts';
import type { TestDesk } from './test-desk.ts';

const { marisol } = personas;

async function superviseDesk({ value }: TestDesk): Promise<void> {
  await value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
}

const friday = CalendarDate.parse('2026-11-20');

const today = () => dateIn(regions[marisol.region].timeZone, instantOf(Date.now()));

/** A look of a representative's, for a supervisor to review. */
async function lookAtSomebody(desk: TestDesk): Promise<void> {
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  await desk.value('call.start', { language: 'en', interpreter: false, tty: false });
  await desk.value('patients.find', { by: 'mrn', mrn: marisol.mrn });
  await desk.value('session.signOut', null);
  await superviseDesk(desk);
}

/** The payment that was found on a desk. */
const searched = new WeakMap<TestDesk, string>();
const everyPayment = { filters: noFilters, sort: newestFirst, place: null, again: false };

async function findPayment(desk: TestDesk): Promise<void> {
  await superviseDesk(desk);
  const { payments } = await desk.value('search.payments', everyPayment);
  searched.set(desk, payments[0]?.key ?? '');
}

/** An exception that was found on a desk; the sandbox begins with a record that is locked. */
const excepted = new WeakMap<TestDesk, string>();
const everyException = { whose: 'everybodys', standing: 'open' } as const;

async function findException(desk: TestDesk): Promise<void> {
  await superviseDesk(desk);
  const { exceptions } = await desk.value('exceptions.list', everyException);
  excepted.set(desk, exceptions[0]?.caseId ?? '');
}
const foundException = (desk: TestDesk) => ({ caseId: excepted.get(desk) ?? '' });

/** What the pages of a supervisor ask of the backend. */
export const questionsOfSupervisors = {
  'payments.unappliedCredits': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('payments.unappliedCredits', null),
  },
  'approvals.waiting': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('approvals.waiting', {}),
  },
  'refunds.toPayOut': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('refunds.toPayOut', null),
  },
  'payments.unposted': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('payments.unposted', null),
  },
  'exceptions.list': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('exceptions.list', everyException),
  },
  'exceptions.counts': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('exceptions.counts', null),
  },
  'exceptions.read': {
    prepare: findException,
    ask: desk => desk.ask('exceptions.read', foundException(desk)),
  },
  'exceptions.take': {
    prepare: findException,
    ask: desk => desk.ask('exceptions.take', foundException(desk)),
  },
  'exceptions.putBack': {
    prepare: findException,
    ask: desk => desk.ask('exceptions.putBack', foundException(desk)),
  },
  'exceptions.handOver': {
    prepare: findException,
    ask: desk =>
      desk.ask('exceptions.handOver', {
        ...foundException(desk),
        to: 's.lindqvist',
        note: 'I work on it.',
      }),
  },
  'exceptions.colleagues': {
    prepare: findException,
    ask: desk => desk.ask('exceptions.colleagues', foundException(desk)),
  },
  'payments.returnRates': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('payments.returnRates', null),
  },
  'authorisations.unsigned': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('authorisations.unsigned', null),
  },
  'runs.list': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('runs.list', { before: null, again: false }),
  },
  'reconciliation.day': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('reconciliation.day', { region: 'NCAL', day: null, again: false }),
  },
  'reconciliation.payments': {
    prepare: superviseDesk,
    ask: ({ ask }) =>
      ask('reconciliation.payments', {
        region: 'NCAL',
        day: friday,
        stage: 'taken',
        method: 'ach',
        batch: null,
        source: 'ours',
        after: null,
      }),
  },
  'floor.read': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('floor.read', { region: null, days: '7', again: false }),
  },
  'search.payments': {
    prepare: superviseDesk,
    ask: ({ ask }) =>
      ask('search.payments', {
        filters: noFilters,
        sort: newestFirst,
        place: null,
        again: false,
      }),
  },
  'search.totals': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('search.totals', { filters: noFilters }),
  },
  'search.choices': { prepare: superviseDesk, ask: ({ ask }) => ask('search.choices', null) },
  'search.views': { prepare: superviseDesk, ask: ({ ask }) => ask('search.views', null) },
  'search.saveView': {
    prepare: superviseDesk,
    ask: ({ ask }) =>
      ask('search.saveView', {
        viewId: randomUUID(),
        name: 'Mine',
        filters: noFilters,
        sort: newestFirst,
      }),
  },
  'search.life': {
    prepare: findPayment,
    ask: desk => desk.ask('search.life', { key: AttemptKey.parse(searched.get(desk)) }),
  },
  'search.removeView': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('search.removeView', { viewId: randomUUID() }),
  },
  'trail.records': { prepare: superviseDesk, ask: ({ ask }) => ask('trail.records', {}) },
  'trail.choices': { prepare: superviseDesk, ask: ({ ask }) => ask('trail.choices', null) },
  'trail.verify': { prepare: superviseDesk, ask: ({ ask }) => ask('trail.verify', null) },
  'trail.verification': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('trail.verification', null),
  },
  'trail.cancelVerification': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('trail.cancelVerification', { verificationId: randomUUID() }),
  },
  'access.looks': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('access.looks', { filters: everyLook, before: null }),
  },
  'access.patterns': {
    prepare: superviseDesk,
    ask: ({ ask }) => ask('access.patterns', { from: friday, to: friday }),
  },
  'access.review': {
    prepare: lookAtSomebody,
    ask: ({ ask }) =>
      ask('access.review', {
        reviewId: randomUUID(),
        key: { pattern: 'after_hours', userId: 'r.ames', subject: '', seenOn: today() },
        looks: 1,
        reason: 'worked late that day',
      }),
  },
} as const satisfies Record<string, Question>;
