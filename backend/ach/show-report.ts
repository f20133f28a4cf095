import { ending } from '#shared/ach/account-ending.ts';
import type { AchReport } from '#shared/ach/check/ach-check.ts';
import { changeCodes } from '#shared/ach/codes/change-codes.ts';
import type { ChangeNotice, ReturnedEntry } from '#shared/ach/returned.ts';
import type { Cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';

/** Of numbers that lead to somebody's account only the end is ever shown. */
const secretParts = ['accountNumber', 'identification', 'foreignBank', 'receiverName'];

function shownParts({ corrected }: ChangeNotice): Record<string, string> {
  const shown = Object.entries(corrected).map(([part, text]) =>
    secretParts.includes(part) ? [`${part}Ending`, ending(text)] : [part, text],
  );
  return Object.fromEntries(shown);
}

function shownReturn(returned: ReturnedEntry) {
  const { line, code, meaning, originalTrace, amountCents, direction, accountEnding } = returned;
  const { title, kind } = meaning;
  return { line, code, title, kind, trace: originalTrace, amountCents, direction, accountEnding };
}

function shownNotice(notice: ChangeNotice) {
  const { line, code, refusal, originalTrace, accountEnding } = notice;
  const title = changeCodes.get(code)?.title;
  const corrected = shownParts(notice);
  return { line, code, title, refusal, trace: originalTrace, accountEnding, corrected };
}

/** The report as one object for machines, without whole account numbers. */
export function reportForMachines(report: AchReport) {
  return {
    ...report,
    returns: report.returns.map(shownReturn),
    notices: report.notices.map(shownNotice),
  };
}

function sayReturn(returned: ReturnedEntry): string {
  const { code, title, trace, amountCents, direction, line } = shownReturn(returned);
  const amount = showMoney(amountCents as Cents);
  return `return ${code} (${title}): ${direction} of ${amount}, trace ${trace}, line ${line}`;
}

function sayNotice(notice: ChangeNotice): string {
  const { code, title, refusal, trace, line, corrected } = shownNotice(notice);
  const parts = Object.entries(corrected).map(
    ([part, text]) => `, ${part.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)} ${text}`,
  );
  const refused = refusal ? `refused notice ${refusal} of ` : 'notice of change ';
  return `${refused}${code} (${title}): trace ${trace}, line ${line}${parts.join('')}`;
}

/** The report as lines for a person; the faults, or what a sound file comes to. */
export function reportForPeople(report: AchReport): string[] {
  const warnings = report.warnings.map(({ line, reason }) => `warning: line ${line}: ${reason}`);
  const faults = report.faults.map(({ line, reason }) => `line ${line}: ${reason}`);
  if (!report.ok) return [...faults, ...warnings];
  const { batches, entries, addenda, debitCents, creditCents, returns, notices } = report;
  return [
    `batches: ${batches}`,
    `entries: ${entries}`,
    `addenda: ${addenda}`,
    `debits: ${showMoney(debitCents as Cents)}`,
    `credits: ${showMoney(creditCents as Cents)}`,
    `returns: ${returns.length}`,
    ...returns.map(each => `  ${sayReturn(each)}`),
    `notices of change: ${notices.length}`,
    ...notices.map(each => `  ${sayNotice(each)}`),
    `warnings: ${report.warnings.length}`,
    ...warnings,
  ];
}
