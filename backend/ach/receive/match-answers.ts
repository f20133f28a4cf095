import type { AchReport } from '#shared/ach/check/ach-check.ts';
import type { Finding } from '#shared/ach/check/findings.ts';
import type { ChangeNotice, ReturnedEntry } from '#shared/ach/returned.ts';
import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { SentEntry } from './sent-entries.ts';

/** What does not fit between an answer and the entry that it says it is for. */
function differences(answer: ReturnedEntry | ChangeNotice, entry: SentEntry): string[] {
  const which = `The entry ${entry.trace}`;
  const found: string[] = [];
  if (answer.originalRdfi !== entry.rdfi) {
    found.push(`${which} was sent to bank ${entry.rdfi}, not to ${answer.originalRdfi}.`);
  }
  if (answer.companyId !== entry.company_id) {
    found.push(`${which} was sent by company ${entry.company_id}, not by ${answer.companyId}.`);
  }
  return found;
}

function differencesOfReturn(returned: ReturnedEntry, entry: SentEntry): string[] {
  const found = differences(returned, entry);
  const which = `The entry ${entry.trace}`;
  if (returned.amountCents !== entry.amount_cents) {
    found.push(
      `${which} was of ${showMoney(entry.amount_cents)}; what comes back is ${showMoney(cents(returned.amountCents))}.`,
    );
  }
  if (returned.direction !== entry.direction) {
    found.push(`${which} was a ${entry.direction}; what comes back is a ${returned.direction}.`);
  }
  if (entry.return_code) found.push(`${which} came back before, with ${entry.return_code}.`);
  return found;
}

function matchOne<Answer extends ReturnedEntry | ChangeNotice>(
  answer: Answer,
  entries: ReadonlyMap<string, SentEntry>,
  compare: (answer: Answer, entry: SentEntry) => string[],
): Finding[] {
  const { line, originalTrace } = answer;
  const entry = entries.get(originalTrace);
  const reasons = entry
    ? compare(answer, entry)
    : [`No entry with the trace number ${originalTrace} was ever sent.`];
  return reasons.map(reason => ({ line, reason }));
}

function twiceInFile(returns: readonly ReturnedEntry[]): Finding[] {
  const seen = new Set<string>();
  return returns.flatMap(({ line, originalTrace }) => {
    const again = seen.has(originalTrace);
    seen.add(originalTrace);
    return again ? [{ line, reason: `The entry ${originalTrace} comes back twice.` }] : [];
  });
}

/** Whether each return and notice is for an entry that was sent, and says of it what was sent. */
export function matchAnswers(
  { returns, notices }: AchReport,
  entries: ReadonlyMap<string, SentEntry>,
): Finding[] {
  const faults = [
    ...returns.flatMap(each => matchOne(each, entries, differencesOfReturn)),
    ...twiceInFile(returns),
    ...notices.flatMap(each => matchOne(each, entries, differences)),
  ];
  return faults.sort((one, other) => one.line - other.line);
}
