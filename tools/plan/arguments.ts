import { BadArguments, readWords, wholeNumber } from '#backend/command/typed-words.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import { type AmountFault, parseAmount } from '#shared/money/parse-amount.ts';
import { planLimits } from '#shared/plans/limits.ts';
import { StateCode } from '#shared/plans/states.ts';

export interface PlanArguments {
  readonly amountCents: Cents;
  readonly rateBps: number;
  /** The term is chosen, or the monthly payment. */
  readonly wish: { readonly months: number } | { readonly payCents: Cents };
  readonly agreedOn: CalendarDate;
  readonly firstDueOn: CalendarDate;
  readonly state: StateCode;
  readonly eligible: boolean;
  readonly json: boolean;
}

const options = {
  amount: { type: 'string' },
  rate: { type: 'string' },
  months: { type: 'string' },
  pay: { type: 'string' },
  agreed: { type: 'string' },
  first: { type: 'string' },
  state: { type: 'string' },
  eligible: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function needed(name: string, typed: string | undefined): string {
  if (typed !== undefined) return typed;
  throw new BadArguments(`${name} is missing; --help says what a plan needs.`);
}

const amountFaults: Record<AmountFault, string> = {
  empty: 'is empty',
  not_an_amount: 'is none',
  negative: 'is negative',
  zero: 'is nothing',
  too_precise: 'has parts of a cent',
  misplaced_comma: 'has a comma in the wrong place',
  too_large: 'is more than 10,000,000.00',
};

function amount(name: string, typed: string): Cents {
  const parsed = parseAmount(typed);
  if (parsed.ok) return parsed.amountCents;
  const why = amountFaults[parsed.fault];
  throw new BadArguments(`${name} takes an amount such as 1200.00; "${typed}" ${why}.`);
}

function rateBps(typed: string): number {
  const [, whole = '', decimals = ''] = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(typed) ?? [];
  const bps = whole === '' ? Number.NaN : Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (bps <= planLimits.rateBps) return bps;
  throw new BadArguments(`--rate takes a percentage from 0 to 36, such as 7.99, not "${typed}".`);
}

function date(name: string, typed: string): CalendarDate {
  const read = CalendarDate.safeParse(typed);
  if (read.success && typed >= '2000-01-01' && typed <= '2099-12-31') return read.data;
  throw new BadArguments(
    `${name} takes a date from 2000 to 2099 such as 2026-12-01, not "${typed}".`,
  );
}

function state(typed: string): StateCode {
  const read = StateCode.safeParse(typed.toUpperCase());
  if (read.success) return read.data;
  throw new BadArguments(`--state takes a state's postal code such as CA, not "${typed}".`);
}

function wish(months: string | undefined, pay: string | undefined): PlanArguments['wish'] {
  if (months !== undefined && pay !== undefined) {
    throw new BadArguments('--months and --pay each decide the other; give one of them.');
  }
  if (pay !== undefined) return { payCents: amount('--pay', pay) };
  const { from, to } = planLimits.months;
  return { months: wholeNumber('--months', needed('--months or --pay', months), from, to) };
}

/** Reads the words after the command; undefined when help was asked for. */
export function readArguments(words: readonly string[]): PlanArguments | undefined {
  const typed = readWords(words, options);
  if (typed.help) return undefined;
  return {
    amountCents: amount('--amount', needed('--amount', typed.amount)),
    rateBps: rateBps(needed('--rate', typed.rate)),
    wish: wish(typed.months, typed.pay),
    agreedOn: date('--agreed', needed('--agreed', typed.agreed)),
    firstDueOn: date('--first', needed('--first', typed.first)),
    state: state(needed('--state', typed.state)),
    eligible: typed.eligible,
    json: typed.json,
  };
}
