import type { StormReport } from './storm.ts';

/** What must be zero after the faults have stopped, in words. */
const zeros = [
  ['unknownAtEnd', 'unknown at the end'],
  ['doubleCharges', 'double charges'],
  ['lostCharges', 'lost charges'],
  ['approvedWithoutCharge', 'approved without a charge'],
  ['disagreements', 'books that disagree otherwise'],
  ['lostExpected', 'noted as coming and lost'],
  ['mispostedArrivals', 'arrivals not posted once and whole'],
  ['ledgerDifferenceCents', 'ledger difference in cents'],
] as const satisfies readonly (readonly [keyof StormReport, string])[];

const totals = [
  ['attempts', 'attempts'],
  ['approved', 'approved'],
  ['voided', '  of these voided afterwards'],
  ['declined', 'declined'],
  ['notCharged', 'not charged'],
  ['processorCharges', 'charges at processor and bank'],
  ['cardCharges', '  of these card charges'],
  ['keptCardCharges', '    by cards that are kept'],
  ['bankDebits', '  debits at the bank'],
  ['voidedDebits', '  debits voided before it heard'],
  ['expected', 'noted as coming by itself'],
  ['arrivals', 'arrived'],
] as const satisfies readonly (readonly [keyof StormReport, string])[];

/** Whether all that must be zero is, and every approval was charged or debited once, or voided in time. */
export function isSound(report: StormReport): boolean {
  const { approved, processorCharges } = report;
  return zeros.every(([field]) => report[field] === 0) && approved === processorCharges;
}

const row = (words: string, count: number, verdict = '') =>
  `  ${words.padEnd(34)}${count.toLocaleString('en-US').padStart(9)}  ${verdict}`.trimEnd();

/** The result for a person: counts, what must be zero, and what really went wrong on the way. */
export function stormTable(report: StormReport): string {
  const faults = Object.entries(report.faults);
  return [
    `Seed ${report.seed}, ${report.seconds} s`,
    ...totals.map(([field, words]) => row(words, report[field])),
    'Must be zero',
    ...zeros.map(([field, words]) =>
      row(words, report[field], report[field] === 0 ? 'ok' : 'WRONG'),
    ),
    'Faults that happened',
    ...faults.map(([kind, count]) => row(kind.replaceAll('_', ' '), count)),
    ...report.keys.map(key => `  look for ${key}`),
  ].join('\n');
}
