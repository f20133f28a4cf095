import type { ReturnDeadline } from '#shared/ach/codes/return-code.ts';
import { returnCodes } from '#shared/ach/codes/return-codes.ts';

export interface TestAnswer {
  readonly code: string;
  /** Banking days after the entry has settled; none is the day itself, before it counts as settled. */
  readonly afterDays: number;
}

const RETURN_ENDING = '77';
const NOTICE_ENDING = '66';
const NOTICES = ['C01', 'C02', 'C03', 'C05', 'C06', 'C07'];
const NOTICE_AFTER_DAYS = 1;
const SLOW_AFTER_DAYS = 10;

/** Banks find out at once that there is no such account, and only later that there is no money on it. */
const atOnce = ['R03', 'R04'];

function daysOf(code: string, deadline: ReturnDeadline): number {
  if (atOnce.includes(code)) return 0;
  if (typeof deadline === 'string') return 1;
  return 'bankingDays' in deadline ? deadline.bankingDays : SLOW_AFTER_DAYS;
}

/**
 * What the sandbox bank says about an account by the end of its number: 77 and two digits is the return
 * with that number (7701 comes back as R01), 66 and two digits the notice of change (6605 gets C05).
 * Everything else settles. Debits that were not authorised come back after ten banking days.
 */
export function answerFor(accountNumber: string): TestAnswer | undefined {
  const [kind, digits] = [accountNumber.slice(-4, -2), accountNumber.slice(-2)];
  const meaning = returnCodes.get(`R${digits}`);
  const isOurs = meaning && ['bank', 'administrative', 'unauthorised'].includes(meaning.kind);
  if (kind === RETURN_ENDING && isOurs) {
    return { code: `R${digits}`, afterDays: daysOf(`R${digits}`, meaning.deadline) };
  }
  const isNotice = kind === NOTICE_ENDING && NOTICES.includes(`C${digits}`);
  return isNotice ? { code: `C${digits}`, afterDays: NOTICE_AFTER_DAYS } : undefined;
}
