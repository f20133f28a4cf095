import type { Findings } from './findings.ts';
import { checkInternationalAddenda } from './iat-addenda.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';

function checkIndicator({ addenda, addendaIndicator, line }: OpenEntry, findings: Findings): void {
  if (addendaIndicator === '1' && addenda.count === 0) {
    findings.fault(line, 'The addenda indicator is 1; there are no addenda.');
  }
  if (addendaIndicator === '0' && addenda.count > 0) {
    findings.fault(line, `The addenda indicator is 0; there are addenda (${addenda.count}).`);
  }
}

function checkNumber(batch: OpenBatch, entry: OpenEntry, findings: Findings): void {
  const { addenda, line, statedAddenda } = entry;
  const most = batch.rules?.addenda.most ?? addenda.details;
  if (addenda.details > most) {
    const limit = most === 0 ? 'no addenda' : `at most ${most} addenda`;
    findings.fault(
      line,
      `${batch.secCode} allows ${limit} for an entry; there are ${addenda.details}.`,
    );
  }
  if (statedAddenda !== undefined && statedAddenda !== addenda.count) {
    findings.fault(line, `The entry says ${statedAddenda} addenda; there are ${addenda.count}.`);
  }
}

/** Whether an entry has come with the addenda it says, and as many as its code allows. */
export function checkAddendaOf(batch: OpenBatch, entry: OpenEntry, findings: Findings): void {
  const { addenda, line, returned, notice } = entry;
  checkIndicator(entry, findings);
  if (batch.isInternational) checkInternationalAddenda(batch, entry, findings);
  else if (!returned && !notice) checkNumber(batch, entry, findings);
  else if (addenda.details > 0) {
    findings.warn(line, 'A return or notice repeats the addenda of its entry.');
  }
}
