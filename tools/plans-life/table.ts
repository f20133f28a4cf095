import type { LifeReport } from './report.ts';

/** What must be zero, in words. */
const zeros = [
  ['ledgerDifferences', 'ledger checks that differ'],
  ['runDifferenceCents', 'runs differ from the ledger, cents'],
  ['scheduleDifferenceCents', 'differences to the schedule, cents'],
  ['paymentsAstray', 'payments not where they belong'],
  ['endedWrongly', 'plans that ended wrongly'],
  ['stuck', 'plans that cannot be ended'],
] as const satisfies readonly (readonly [keyof LifeReport, string])[];

/** Whether all that must be zero is. */
export const isSound = (report: LifeReport) => zeros.every(([field]) => report[field] === 0);

const row = (words: string, count: number, verdict = '') =>
  `  ${words.padEnd(36)}${count.toLocaleString('en-US').padStart(11)}  ${verdict}`.trimEnd();

const rows = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([name, count]) => row(`  ${name.replaceAll('_', ' ')}`, count));

/** The result for a person: what happened, and what must be zero. */
export function lifeTable(report: LifeReport): string {
  const { seed, seconds, months, payments } = report;
  return [
    `Seed ${seed}, ${months} months, ${seconds} s`,
    row('plans', report.plans),
    ...rows(report.states),
    row('paid as agreed to the end', report.paidAsAgreed),
    row('paid off early', report.paidOffEarly),
    row('paused', report.paused),
    row('instalments missed', report.missed),
    row('card payments', payments.card),
    row('debits of bank accounts', payments.ach),
    row('  of these returned', payments.returned),
    row('standings held against the schedule', report.standingsChecked),
    'Who pays how',
    ...rows(report.habits),
    'Must be zero',
    ...zeros.map(([field, words]) =>
      row(words, report[field], report[field] === 0 ? 'ok' : 'WRONG'),
    ),
    ...report.found.map(line => `  ${line}`),
  ].join('\n');
}
