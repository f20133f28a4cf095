import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { Facts } from './facts.ts';
import { type Habit, UNTIL_RETURNED_DAYS } from './habits.ts';
import type { Difference } from './hold-against.ts';
import type { Life } from './life.ts';

/** What was proven on the way. */
export interface Proof {
  readonly differences: Difference[];
  /** Standings that were held against the second opinion. */
  checked: number;
  ledgerDifferences: number;
  runDifferenceCents: number;
}

export interface LifeReport {
  readonly seed: string;
  readonly months: number;
  readonly endedOn: CalendarDate;
  readonly seconds: number;
  readonly plans: number;
  readonly habits: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<string, number>>;
  /** Paid to the cent and the day as agreed, to the end; each cost what was disclosed. */
  readonly paidAsAgreed: number;
  readonly paidOffEarly: number;
  /** Plans whose payments rested for a while. */
  readonly paused: number;
  readonly payments: { readonly card: number; readonly ach: number; readonly returned: number };
  /** Instalments that were noted as missed. */
  readonly missed: number;
  readonly standingsChecked: number;
  /** These are to be 0. */
  readonly ledgerDifferences: number;
  readonly runDifferenceCents: number;
  readonly scheduleDifferenceCents: number;
  readonly paymentsAstray: number;
  readonly endedWrongly: number;
  /** Plans of which only interest is left that was never billed. */
  readonly stuck: number;
  readonly found: readonly string[];
}

const count = <Each>(all: readonly Each[], is: (each: Each) => boolean) => all.filter(is).length;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const tally = (names: readonly string[]) =>
  Object.fromEntries(
    [...new Set(names)].sort().map(name => [name, count(names, each => each === name)]),
  );

interface Ended {
  readonly life: Life;
  readonly plan: AgreedPlan;
  readonly facts: Facts;
}

/** Whether a payment is not where what was done with it should have brought it; the bank needs days to send one back. */
function isAstray(
  { states }: Facts,
  { key, on, comesBack }: Life['made'][number],
  endedOn: CalendarDate,
): boolean {
  const state = states[key] ?? '';
  if (comesBack && state === 'returned') return false;
  const isUnderWay = addDays(on, UNTIL_RETURNED_DAYS) > endedOn;
  if (comesBack) return !isUnderWay || !['approved', 'originated'].includes(state);
  return !['approved', 'originated', 'posted', 'settled'].includes(state);
}

function costsWhatWasDisclosed({ plan, facts }: Ended): boolean {
  const { totalOfPaymentsCents, payments } = plan.disclosure;
  const billed = facts.billed.map(each => each.cents);
  const planned = payments.map(each => each.interestCents).filter(cents => cents > 0);
  return (
    sum(facts.paid.map(each => each.cents)) === totalOfPaymentsCents &&
    String(billed) === String(planned)
  );
}

/** What is wrong with how a plan ended, in words; nothing where it is as it should be. */
function wrongEnd({ life, plan, facts }: Ended): string | undefined {
  const { state } = plan;
  if (state === 'paid_off' && facts.openCents > 0) return 'is paid off, and something is open';
  if (state === 'defaulted' && life.habit !== 'stops') return 'is in default, although it was paid';
  if (life.habit !== 'as_agreed' || !life.exact) return undefined;
  if (facts.missed > 0) return 'was noted as missed, although it was paid';
  if (state === 'paid_off' && !costsWhatWasDisclosed({ life, plan, facts })) {
    return 'cost something else than was disclosed';
  }
  return undefined;
}

const nameOf = ({ life, plan }: Ended) => `${plan.planId} (${life.debtor.number}, ${life.habit})`;

/** What happened to it, in short, for whoever looks for the reason. */
const storyOf = ({ plan }: Ended) =>
  plan.happenings.map(({ kind, on }) => `${kind.replaceAll('_', ' ')} on ${on}`).join(', ');

/** Long enough for all that was to be paid of a plan after its last payment was due. */
const AFTERWARDS_DAYS = 150;

/** Everything that was billed is paid, nobody is to pay any more, and it is not over. */
const isStuck = ({ plan, facts }: Ended, endedOn: CalendarDate) =>
  plan.state === 'active' &&
  facts.openCents === 0 &&
  addDays(plan.disclosure.payments.at(-1)?.dueOn ?? endedOn, AFTERWARDS_DAYS) < endedOn;

export function reportOf(
  lives: readonly Life[],
  end: { readonly plans: Map<string, AgreedPlan>; readonly facts: Map<string, Facts> },
  proof: Proof,
  about: Pick<LifeReport, 'seed' | 'months' | 'endedOn' | 'seconds'>,
): LifeReport {
  const ended = lives.flatMap((life): Ended[] => {
    const [plan, facts] = [end.plans.get(life.plan.planId), end.facts.get(life.debtor.guarantorId)];
    return plan && facts ? [{ life, plan, facts }] : [];
  });
  const isPaidOff = ({ plan }: Ended) => plan.state === 'paid_off';
  const of = (habit: Habit) => ended.filter(({ life }) => life.habit === habit);
  const made = lives.flatMap(life => life.made);
  const wrong = ended.flatMap(each => {
    const what = wrongEnd(each);
    return what ? [`${nameOf(each)} ${what}: ${storyOf(each)}`] : [];
  });
  const stuck = ended.filter(each => isStuck(each, about.endedOn));
  const left = stuck.map(
    ({ plan, life }) =>
      `${plan.planId} (${life.habit}) owes ${plan.standing.payoffCents} that was never billed`,
  );
  const differing = proof.differences.map(
    ({ planId, on, what, cents }) => `${planId} on ${on}: ${what} differs by ${cents}`,
  );
  return {
    ...about,
    plans: lives.length,
    habits: tally(lives.map(({ habit }) => habit)),
    states: tally(ended.map(({ plan }) => plan.state)),
    paidAsAgreed: count(of('as_agreed'), each => isPaidOff(each) && each.life.exact),
    paidOffEarly: count(of('pays_off'), isPaidOff),
    paused: count(lives, life => life.rest !== undefined),
    payments: {
      card: count(made, each => each.by === 'card'),
      ach: count(made, each => each.by === 'ach'),
      returned: count(
        ended.flatMap(({ facts }) => Object.values(facts.states)),
        state => state === 'returned',
      ),
    },
    missed: sum(ended.map(({ facts }) => facts.missed)),
    standingsChecked: proof.checked,
    ledgerDifferences: proof.ledgerDifferences,
    runDifferenceCents: proof.runDifferenceCents,
    scheduleDifferenceCents: sum(proof.differences.map(({ cents }) => cents)),
    paymentsAstray: sum(
      ended.map(({ life, facts }) =>
        count(life.made, each => isAstray(facts, each, about.endedOn)),
      ),
    ),
    endedWrongly: wrong.length,
    stuck: stuck.length,
    found: [...differing, ...wrong, ...left].slice(0, 40),
  };
}
