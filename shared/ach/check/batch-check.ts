import type { ChangeNotice, ReturnedEntry } from '../returned.ts';
import { checkAddenda } from './addenda.ts';
import { checkBatchControl } from './batch-control.ts';
import { openBatch } from './batch-header.ts';
import { BatchOrder } from './batch-order.ts';
import { closeEntry } from './close-entry.ts';
import { countEntry } from './entry-identity.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import { openEntry } from './open-entry-record.ts';
import { addTally, emptyTally, type Tally } from './tally.ts';

/** A record that could not be read is undefined; what depends on it is then not checked. */
type Read = string | undefined;

/** The records of the batches, one after the other, and what they add up to. */
export class BatchCheck {
  readonly tally: Tally = emptyTally();
  readonly returns: ReturnedEntry[] = [];
  readonly notices: ChangeNotice[] = [];
  batches = 0;
  #findings: Findings;
  #order: BatchOrder;
  #batch: OpenBatch | undefined;
  /** Undefined before the first batch whose code exists. */
  #isAdvice: boolean | undefined;
  /** A header or an entry was there and could not be read. */
  #unread: 'header' | 'entry' | undefined;

  constructor(findings: Findings) {
    this.#findings = findings;
    this.#order = new BatchOrder(findings);
  }

  /** Whether the file holds advices (ADV), and so ends with a control of their own. */
  get isAdvice(): boolean {
    return this.#isAdvice === true;
  }

  get isOpen(): boolean {
    return this.#batch !== undefined || this.#unread === 'header';
  }

  /** What follows cannot be added up. */
  spoil(): void {
    this.tally.incomplete = true;
    if (this.#batch) this.#batch.tally.incomplete = true;
  }

  header(record: Read, line: number): void {
    if (this.isOpen) {
      this.#findings.fault(line, 'The batch before has no batch control (8).');
      this.close();
    }
    this.batches += 1;
    this.#unread = record === undefined ? 'header' : undefined;
    if (record === undefined) this.spoil();
    else {
      this.#batch = openBatch(record, line, this.#findings);
      this.#order.opened(this.#batch);
      this.#keepAdvicesApart(this.#batch);
    }
  }

  entry(record: Read, line: number): void {
    const batch = this.#batch;
    if (!this.isOpen) this.#findings.fault(line, 'An entry (6) stands outside of a batch.');
    if (batch) this.#closeEntry(batch);
    if (batch && record !== undefined) this.#openEntry(batch, record, line);
    else this.#uncounted('entries');
  }

  addenda(record: Read, line: number): void {
    const batch = this.#batch;
    if (!batch?.entry && !this.#unread) {
      this.#findings.fault(line, 'Addenda (7) stand without an entry before them.');
    }
    if (batch?.entry && record !== undefined) {
      batch.tally.addenda += 1;
      checkAddenda(batch, batch.entry, record, line, this.#findings);
    } else this.#uncounted('addenda');
  }

  control(record: Read, line: number): void {
    const batch = this.#batch;
    if (!this.isOpen) {
      this.#findings.fault(line, 'A batch control (8) stands outside of a batch.');
      this.spoil();
    }
    if (batch) this.#closeEntry(batch);
    if (batch && record) checkBatchControl(batch, record, line, this.#findings);
    this.close();
  }

  close(): void {
    const batch = this.#batch;
    if (batch) {
      this.#closeEntry(batch);
      this.#order.closed(batch);
      addTally(this.tally, batch.tally);
    }
    this.#batch = undefined;
    this.#unread = undefined;
  }

  #keepAdvicesApart({ rules, headerLine }: OpenBatch): void {
    if (!rules) return;
    const isAdvice = rules.entry === 'advice';
    this.#isAdvice ??= isAdvice;
    if (this.#isAdvice !== isAdvice) {
      this.#findings.fault(headerLine, 'ADV batches stand in files of their own.');
    }
  }

  #openEntry(batch: OpenBatch, record: string, line: number): void {
    this.#unread = undefined;
    const entry = openEntry(batch, record, line, this.#findings);
    if (batch.lastTrace === '') this.#order.firstTrace(batch, entry.trace);
    countEntry(batch, entry, this.#findings);
    batch.entry = entry;
  }

  /** Counts a record that is not checked, and lets what belongs to it go unchecked too. */
  #uncounted(what: 'entries' | 'addenda'): void {
    const tally = this.#batch?.tally ?? this.tally;
    tally[what] += 1;
    this.spoil();
    if (!this.#batch) return;
    this.#batch.entry = undefined;
    this.#unread = 'entry';
  }

  #closeEntry(batch: OpenBatch): void {
    const { returned, notice } = batch.entry ?? {};
    if (returned) this.returns.push(returned);
    if (notice) this.notices.push(notice);
    closeEntry(batch, this.#findings);
  }
}
