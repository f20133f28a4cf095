import { changeCodes } from '#shared/ach/codes/change-codes.ts';
import { checkDigitOf } from '#shared/ach/codes/routing-number.ts';
import { noticeAddenda, returnAddenda } from '#shared/ach/layout/addenda-records.ts';
import { entry as entryLayout } from '#shared/ach/layout/entry-records.ts';
import { readRecord } from '#shared/ach/layout/read-record.ts';
import { writeRecord } from '#shared/ach/layout/write-record.ts';
import { bundledDirectory } from '#shared/ach/routing-directory.ts';
import type { SentEntry } from './sent-entry.ts';

const MOST_BANKS = 50;
const DATA_WIDTH = 29;

/** Another bank than the one it was sent to. */
function otherRouting(rdfi: string): string {
  const banks = bundledDirectory.beginningWith('', MOST_BANKS);
  const other = banks.find(each => !each.routingNumber.startsWith(rdfi));
  if (!other) throw new Error('The directory knows one bank only.');
  return other.routingNumber;
}

/** What the sandbox bank wants instead: an account that ends in 5500, another bank, the other kind. */
function correctedData({ record, code }: SentEntry): string {
  const { accountNumber, rdfi, transactionCode } = readRecord(entryLayout, record);
  const tens = transactionCode.startsWith('2') ? '3' : '2';
  const wanted: Readonly<Record<string, string>> = {
    accountNumber: `${accountNumber.trim().slice(0, -4)}5500`,
    routingNumber: otherRouting(rdfi),
    transactionCode: `${tens}${transactionCode.slice(1)}`,
  };
  let data = ' '.repeat(DATA_WIDTH);
  for (const { part, start } of changeCodes.get(code)?.corrects ?? []) {
    const text = wanted[part] ?? '';
    data = data.slice(0, start - 1) + text + data.slice(start - 1 + text.length);
  }
  return data;
}

const isDebit = (transactionCode: string) => Number(transactionCode[1]) >= 5;

/** The entry as it goes back, and the addenda that says why. */
export function answerRecords(sent: SentEntry, odfi: string, trace: string): [string, string] {
  const was = readRecord(entryLayout, sent.record);
  const isNotice = sent.code.startsWith('C');
  const back = writeRecord(entryLayout, {
    ...was,
    transactionCode: `${was.transactionCode[0]}${isDebit(was.transactionCode) ? 6 : 1}`,
    rdfi: odfi,
    checkDigit: checkDigitOf(odfi),
    amount: isNotice ? 0 : was.amount,
    addendaIndicator: '1',
    trace,
  });
  const about = { code: sent.code, originalTrace: was.trace, originalRdfi: was.rdfi, trace };
  const addenda = isNotice
    ? writeRecord(noticeAddenda, { ...about, correctedData: correctedData(sent) })
    : writeRecord(returnAddenda, about);
  return [back, addenda];
}
