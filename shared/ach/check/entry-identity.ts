import { addToHash } from '../codes/entry-hash.ts';
import { checkDigitOf, hasBankPrefix } from '../codes/routing-number.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';
import { addAmount } from './tally.ts';

function checkRouting(rdfi: string, digit: string, line: number, findings: Findings): void {
  if (!/^\d{8}$/.test(rdfi) || !/^\d$/.test(digit)) return;
  const expected = checkDigitOf(rdfi);
  if (/^0+$/.test(rdfi)) findings.fault(line, 'The receiving bank is all zeros.');
  else if (Number(digit) !== expected) {
    findings.fault(line, `The check digit ${digit} of bank ${rdfi} should be ${expected}.`);
  } else if (!hasBankPrefix(rdfi)) {
    findings.warn(line, `No bank has a routing number that begins with ${rdfi.slice(0, 2)}.`);
  }
}

function checkTrace(batch: OpenBatch, entry: OpenEntry, findings: Findings): void {
  const { trace, line, meaning } = entry;
  // An advice begins with its operator, whoever is named in the header.
  if (batch.secCode !== 'ADV' && !trace.startsWith(batch.odfi)) {
    const reason = `The trace number ${trace} does not begin with bank ${batch.odfi}.`;
    // Banks hand returns on to their companies under the header that the company had sent.
    if (meaning?.use === 'return') findings.warn(line, reason);
    else findings.fault(line, reason);
  }
  if (trace === batch.lastTrace) {
    findings.fault(line, `The trace number ${trace} is that of the entry before.`);
  } else if (trace < batch.lastTrace) {
    findings.fault(line, `The trace number ${trace} is below ${batch.lastTrace} before it.`);
  }
}

/** Checks which bank an entry is for and which trace it has, and adds it to what its batch adds up to. */
export function countEntry(batch: OpenBatch, entry: OpenEntry, findings: Findings): void {
  const { tally } = batch;
  const { rdfi, checkDigit, line } = entry;
  checkRouting(rdfi, checkDigit, line, findings);
  checkTrace(batch, entry, findings);
  batch.lastTrace = entry.trace;
  tally.entries += 1;
  if (!entry.meaning || Number.isNaN(entry.amountCents) || !/^\d{8}$/.test(rdfi)) {
    tally.incomplete = true;
    return;
  }
  tally.hash = addToHash(tally.hash, Number(rdfi));
  addAmount(tally, entry.meaning.direction, entry.amountCents);
}
