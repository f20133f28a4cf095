import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';

const withRemittances = ['CCD', 'CTX', 'IAT', 'ACK', 'ATX'];

/** Codes whose entries may say nothing but zero though their transaction code is that of a payment. */
const withoutMoney = ['COR', 'ENR', 'DNE', 'MTE', 'ACK', 'ATX', 'ADV'];

/** Whether the amount goes with the transaction code: zero for prenotes and notices, above it for payments. */
export function checkAmount(batch: OpenBatch, entry: OpenEntry, findings: Findings): void {
  const { meaning, amountCents, line, transactionCode } = entry;
  if (!meaning || Number.isNaN(amountCents)) return;
  const isZero = amountCents === 0;
  if (batch.secCode === 'COR') {
    if (!isZero) findings.fault(line, 'A notice of change has an amount; it must be zero.');
  } else if (meaning.use === 'prenote') {
    if (!isZero) findings.fault(line, `A prenote (${transactionCode}) must have the amount zero.`);
  } else if (meaning.use === 'remittance') {
    if (!isZero) findings.fault(line, `A ${transactionCode} entry must have the amount zero.`);
    if (batch.rules && !withRemittances.includes(batch.secCode)) {
      findings.fault(line, `${batch.secCode} has no entries with code ${transactionCode}.`);
    }
  } else if (meaning.use === 'live' && isZero && !withoutMoney.includes(batch.secCode)) {
    findings.fault(line, `A payment (${transactionCode}) has the amount zero.`);
  }
}
