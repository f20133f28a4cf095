import { addAmount, emptyTally, type Tally } from '../check/tally.ts';
import { addToHash } from '../codes/entry-hash.ts';
import type { Direction } from '../codes/transaction-codes.ts';
import { paymentAddenda } from '../layout/addenda-records.ts';
import { batchControl, batchHeader } from '../layout/batch-records.ts';
import { entry as entryLayout } from '../layout/entry-records.ts';
import { writeRecord } from '../layout/write-record.ts';
import type { AchBatch, AchPayment } from './ach-plan.ts';
import { asciiText } from './ascii-text.ts';

/** An entry of a file that was written: by its trace a return or a notice finds its payment. */
export interface WrittenEntry {
  readonly reference: string;
  readonly trace: string;
  readonly batchNumber: number;
}

export interface WrittenBatch {
  readonly records: readonly string[];
  readonly entries: readonly WrittenEntry[];
  readonly tally: Tally;
}

const yymmdd = (isoDate: string) => isoDate.slice(2).replaceAll('-', '');

function transactionCodeOf({ account, direction, isPrenote }: AchPayment): string {
  const tens = account === 'checking' ? '2' : '3';
  const live = direction === 'credit' ? 2 : 7;
  return `${tens}${isPrenote ? live + 1 : live}`;
}

/** Debits only, credits only, or both. Source: Nacha Operating Rules, service class codes. */
function serviceClassOf(payments: readonly AchPayment[]): string {
  const directions = new Set<Direction>(payments.map(({ direction }) => direction));
  if (directions.size > 1) return '200';
  return directions.has('debit') ? '225' : '220';
}

function entryRecords(batch: AchBatch, payment: AchPayment, trace: string): string[] {
  const { paymentInformation = '' } = payment;
  const paymentType = payment.frequency === 'single' ? 'S' : 'R';
  const record = writeRecord(entryLayout, {
    transactionCode: transactionCodeOf(payment),
    rdfi: payment.routingNumber.slice(0, 8),
    checkDigit: payment.routingNumber.slice(8),
    accountNumber: payment.accountNumber,
    amount: payment.amountCents,
    identification: payment.identification,
    receiverName: asciiText(payment.receiverName, 22),
    discretionaryData: batch.secCode === 'TEL' ? paymentType : '',
    addendaIndicator: paymentInformation === '' ? '0' : '1',
    trace,
  });
  if (paymentInformation === '') return [record];
  const addenda = { paymentInformation, addendaSequence: 1, entrySequence: trace.slice(-7) };
  return [record, writeRecord(paymentAddenda, addenda)];
}

/** Writes a batch from its header (5) to its control (8); its traces count up from the given sequence. */
export function writeBatch(batch: AchBatch, batchNumber: number, sequence: number): WrittenBatch {
  const odfi = batch.odfiRouting.slice(0, 8);
  const tally = emptyTally();
  const written = batch.payments.map((payment, place) => {
    const trace = `${odfi}${String(sequence + place).padStart(7, '0')}`;
    const records = entryRecords(batch, payment, trace);
    tally.entries += 1;
    tally.addenda += records.length - 1;
    tally.hash = addToHash(tally.hash, Number(payment.routingNumber.slice(0, 8)));
    addAmount(tally, payment.direction, payment.amountCents);
    return { records, entry: { reference: payment.reference, trace, batchNumber } };
  });
  const serviceClass = serviceClassOf(batch.payments);
  const shared = { serviceClass, companyId: batch.companyId, odfi, batchNumber };
  const header = writeRecord(batchHeader, {
    ...shared,
    companyName: asciiText(batch.companyName, 16),
    secCode: batch.secCode,
    entryDescription: batch.entryDescription.trim(),
    effectiveDate: yymmdd(batch.effectiveOn),
  });
  const control = writeRecord(batchControl, {
    ...shared,
    entryAddendaCount: tally.entries + tally.addenda,
    entryHash: tally.hash,
    totalDebits: tally.debitCents,
    totalCredits: tally.creditCents,
  });
  const records = [header, ...written.flatMap(each => each.records), control];
  return { records, entries: written.map(each => each.entry), tally };
}
