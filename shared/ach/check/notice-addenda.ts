import { changeCodes, refusalCodes } from '../codes/change-codes.ts';
import { isRoutingNumber } from '../codes/routing-number.ts';
import { transactionCodes } from '../codes/transaction-codes.ts';
import { correctedData } from '../corrected-data.ts';
import {
  iatNoticeAddenda,
  noticeAddenda,
  refusedNoticeAddenda,
} from '../layout/addenda-records.ts';
import { readRecord } from '../layout/read-record.ts';
import type { ChangeNotice, CorrectedData } from '../returned.ts';
import { aboutEntry, checkOriginal } from './about-entry.ts';
import { checkAddendaTrace } from './addenda-trace.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';

function checkCorrected(corrected: CorrectedData, line: number, findings: Findings): void {
  for (const [part, text] of Object.entries(corrected)) {
    if (text === '') findings.fault(line, `The corrected data has no ${spaced(part)}.`);
  }
  const { routingNumber, transactionCode } = corrected;
  if (routingNumber && !isRoutingNumber(routingNumber)) {
    findings.fault(line, 'The corrected routing number is none.');
  }
  if (transactionCode && !transactionCodes.has(transactionCode)) {
    findings.fault(line, `There is no transaction code ${transactionCode} to correct to.`);
  }
}

const spaced = (part: string) => part.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);

/** Checks addenda 98 and gives the notice of change; nothing where its code does not exist. */
export function checkNotice(
  batch: OpenBatch,
  entry: OpenEntry,
  record: string,
  line: number,
  findings: Findings,
): ChangeNotice | undefined {
  const said = readRecord(noticeAddenda, record).code;
  const isRefused = refusalCodes.has(said);
  const own = batch.isInternational ? iatNoticeAddenda : noticeAddenda;
  const layout = isRefused ? refusedNoticeAddenda : own;
  checkFields(layout, record, line, findings);
  checkAddendaTrace(entry, record, line, findings);
  checkOriginal(record, line, findings);
  if (batch.secCode !== 'COR') {
    findings.fault(line, 'A notice of change (addenda 98) belongs into a COR batch.');
  }
  const code = isRefused ? readRecord(refusedNoticeAddenda, record).changeCode : said;
  if (!changeCodes.has(code)) {
    findings.fault(line, `There is no change code "${code}".`);
    return undefined;
  }
  const data = record.slice(35, batch.isInternational && !isRefused ? 70 : 64);
  const corrected = correctedData(code, data);
  // What was refused may be just what is wrong with it.
  if (!isRefused) checkCorrected(corrected, line, findings);
  const refusal = isRefused ? said : undefined;
  return { ...aboutEntry(batch, entry, record, line), code, corrected, refusal };
}
