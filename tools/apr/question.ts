import { z } from 'zod';
import { expandSeries } from '#shared/apr/expand-series.ts';
import type { Transaction } from '#shared/apr/transaction.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { repeatedKey } from './repeated-key.ts';

/** The examples of appendix J are of 1978; no plan or mortgage of today ends after 2199. */
const YEARS = { from: '1900', to: '2199' };
/** 40 years of weekly payments are 2,080. */
const FLOWS_AT_MOST = 5_000;
/** Ten billion dollars, alone or together: as much as an amount may be. */
const CENTS_AT_MOST = 1_000_000_000_000;

function wholeNumber(to: number) {
  const error = `must be a whole number from 1 to ${to.toLocaleString('en-US')}`;
  return z.int({ error }).min(1, { error }).max(to, { error });
}

function object<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `has "${issue.keys.join('" and "')}", which nobody knows`
        : 'must be an object',
  });
}

const inYears = (date: string) => date.slice(0, 4) >= YEARS.from && date.slice(0, 4) <= YEARS.to;
const date = z
  .unknown()
  .refine(value => CalendarDate.safeParse(value).success, {
    error: 'must be a date such as "2026-12-01"',
    abort: true,
  })
  .transform(value => CalendarDate.parse(value))
  .refine(inYears, { error: `must lie in the years ${YEARS.from} to ${YEARS.to}` });

const amountCents = wholeNumber(CENTS_AT_MOST).transform(cents);

const everyError = {
  error: 'must be {"months": 1 to 12}, {"days": 1 to 366} or {"semimonthly": true}',
};
const every = z.union(
  [
    z.strictObject({ months: wholeNumber(12) }),
    z.strictObject({ days: wholeNumber(366) }),
    z.strictObject({ semimonthly: z.literal(true) }),
  ],
  everyError,
);

const Payment = object({
  date,
  amountCents,
  count: wholeNumber(FLOWS_AT_MOST).default(1),
  every: every.optional(),
}).refine(({ count, every }) => count === 1 || every, {
  error: 'has a count, and must say "every" how long it is paid',
});

const Question = object({
  advances: z.array(object({ date, amountCents }), 'must be a list'),
  payments: z.array(Payment, 'must be a list'),
});

/** What was asked cannot be answered; the message is one sentence that says why. */
export class Unanswerable extends Error {}

function sentence({ path, message }: z.core.$ZodIssue): string {
  const place = path.map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return `${place.join('').replace(/^\./, '') || 'The question'} ${message}.`;
}

function expanded({ date: on, amountCents, count, every }: z.infer<typeof Payment>) {
  const dates = every ? expandSeries(on, count, every) : [on];
  return dates.map(each => ({ on: each, amountCents }));
}

/** The advances and payments that a question in JSON is about; throws `Unanswerable` at any other text. */
export function readQuestion(text: string): Transaction {
  // Some editors begin a file with a mark of its encoding.
  const typed = text.replace(/^\uFEFF/, '');
  if (typed.trim() === '') throw new Unanswerable('The question is empty.');
  let json: unknown;
  try {
    json = JSON.parse(typed);
  } catch (error) {
    throw new Unanswerable('The question is not JSON.', { cause: error });
  }
  const repeated = repeatedKey(typed);
  if (repeated !== undefined) {
    throw new Unanswerable(
      `"${repeated}" stands twice in one object; leave the one that is meant.`,
    );
  }
  const question = Question.safeParse(json);
  if (!question.success) {
    const [issue] = question.error.issues;
    throw new Unanswerable(issue ? sentence(issue) : 'The question has another shape.');
  }
  const { advances, payments } = question.data;
  const count = payments.reduce((sum, payment) => sum + payment.count, advances.length);
  if (count > FLOWS_AT_MOST) {
    const most = FLOWS_AT_MOST.toLocaleString('en-US');
    throw new Unanswerable(`There may be at most ${most} advances and payments in all.`);
  }
  const paid = payments.flatMap(expanded);
  for (const flows of [advances, paid]) {
    if (flows.reduce((sum, flow) => sum + flow.amountCents, 0) > CENTS_AT_MOST) {
      throw new Unanswerable('The amounts add up to more than ten billion dollars.');
    }
  }
  const late = paid.find(({ on }) => !inYears(on));
  if (late) {
    throw new Unanswerable(`The payments run until ${late.on}, later than the year ${YEARS.to}.`);
  }
  return {
    advances: advances.map(({ date: on, amountCents }) => ({ on, amountCents })),
    payments: paid,
  };
}
