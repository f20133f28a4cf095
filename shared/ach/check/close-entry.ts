import { isBetweenBanks } from '../codes/return-code.ts';
import { checkAddendaOf } from './entry-addenda.ts';
import { checkAmount } from './entry-amount.ts';
import { checkDirection } from './entry-direction.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';

const withPaymentType = ['TEL', 'WEB'];

/** Returns and notices have transaction codes of their own, which nothing else may have. */
function checkUse(batch: OpenBatch, entry: OpenEntry, findings: Findings): void {
  const { returned, notice, meaning, transactionCode, line, addenda } = entry;
  const what = addenda.lastType === '98' || notice ? 'a notice of change' : 'a return';
  const comesBack = addenda.lastType === '98' || addenda.lastType === '99' || returned || notice;
  if (batch.secCode === 'COR' && addenda.lastType !== '98') {
    findings.fault(line, 'A COR entry has no notice of change (addenda 98).');
  } else if (meaning?.use === 'return' && !comesBack) {
    findings.fault(line, `Code ${transactionCode} is for returns; no addenda 98 or 99 follows.`);
  } else if (meaning && meaning.use !== 'return' && comesBack) {
    const reason = `Transaction code ${transactionCode} is not one of ${what}.`;
    // What banks dispute among themselves often keeps the code that the entry was sent with.
    if (returned && isBetweenBanks(returned.meaning)) findings.warn(line, reason);
    else findings.fault(line, reason);
  }
}

function checkReceiver(batch: OpenBatch, entry: OpenEntry, findings: Findings): void {
  if (batch.rules?.named && entry.receiverName === '') {
    findings.warn(entry.line, "The receiver's name is not given.");
  }
  const paymentType = entry.discretionaryData;
  if (withPaymentType.includes(batch.secCode) && !['', 'R', 'S'].includes(paymentType)) {
    findings.warn(entry.line, 'The payment type is neither R (recurring) nor S (single).');
  }
}

/** Checks an entry as a whole, once no more addenda can come. */
export function closeEntry(batch: OpenBatch, findings: Findings): void {
  const { entry } = batch;
  batch.entry = undefined;
  if (!entry) return;
  checkUse(batch, entry, findings);
  checkDirection(batch, entry, findings);
  checkAmount(batch, entry, findings);
  checkAddendaOf(batch, entry, findings);
  checkReceiver(batch, entry, findings);
}
