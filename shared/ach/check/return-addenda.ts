import type { ReturnCode } from '../codes/return-code.ts';
import { returnCodes } from '../codes/return-codes.ts';
import {
  contestedAddenda,
  dishonouredAddenda,
  iatReturnAddenda,
  returnAddenda,
} from '../layout/addenda-records.ts';
import { readRecord } from '../layout/read-record.ts';
import type { ReturnedEntry } from '../returned.ts';
import { aboutEntry, checkOriginal } from './about-entry.ts';
import { checkAddendaTrace } from './addenda-trace.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';

function layoutFor(meaning: ReturnCode | undefined, isInternational: boolean) {
  if (meaning?.kind === 'dishonoured') return dishonouredAddenda;
  if (meaning?.kind === 'contested') return contestedAddenda;
  return isInternational ? iatReturnAddenda : returnAddenda;
}

/** The codes of the earlier return and of its dishonouring, which say only their two digits. */
function checkEarlierCodes(record: string, meaning: ReturnCode, line: number, findings: Findings) {
  const { returnReason, dishonouredReason } = readRecord(contestedAddenda, record);
  const codes = meaning.kind === 'contested' ? [returnReason, dishonouredReason] : [returnReason];
  for (const digits of codes) {
    if (/^\d\d$/.test(digits) && returnCodes.has(`R${digits}`)) continue;
    findings.fault(line, `There is no return code R${digits.trim()} that could have come before.`);
  }
}

function dateOf(yymmdd: string): string | undefined {
  if (!/^\d{6}$/.test(yymmdd) || yymmdd === '000000') return undefined;
  return `20${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4)}`;
}

/** Checks addenda 99 and gives the return they tell of; nothing where its code does not exist. */
export function checkReturn(
  batch: OpenBatch,
  entry: OpenEntry,
  record: string,
  line: number,
  findings: Findings,
): ReturnedEntry | undefined {
  const { code, dateOfDeath } = readRecord(returnAddenda, record);
  const meaning = returnCodes.get(code);
  const layout = layoutFor(meaning, batch.isInternational);
  checkFields(layout, record, line, findings);
  checkAddendaTrace(entry, record, line, findings);
  checkOriginal(record, line, findings);
  if (batch.secCode === 'COR') findings.fault(line, 'A COR batch holds no returns (addenda 99).');
  if (!meaning) {
    findings.fault(line, `There is no return code "${code}".`);
    return undefined;
  }
  const isBetweenBanks = layout === dishonouredAddenda || layout === contestedAddenda;
  if (isBetweenBanks) checkEarlierCodes(record, meaning, line, findings);
  const diedOn = isBetweenBanks ? undefined : dateOf(dateOfDeath);
  if ((code === 'R14' || code === 'R15') && !diedOn) {
    findings.warn(line, `${code} comes without the date of death.`);
  }
  const information = isBetweenBanks
    ? readRecord(dishonouredAddenda, record).information
    : record.slice(batch.isInternational ? 45 : 35, 79);
  return {
    ...aboutEntry(batch, entry, record, line),
    code,
    meaning,
    amountCents: entry.amountCents,
    direction: entry.meaning?.direction ?? 'debit',
    dateOfDeath: diedOn,
    information: meaning.kind === 'contested' ? '' : information.trim(),
  };
}
