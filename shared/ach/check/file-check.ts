import { paymentAddenda } from '../layout/addenda-records.ts';
import { adviceFileControl } from '../layout/advice-records.ts';
import { batchControl, batchHeader } from '../layout/batch-records.ts';
import { entry } from '../layout/entry-records.ts';
import type { Layout } from '../layout/field.ts';
import { FILLER, fileControl, fileHeader } from '../layout/file-records.ts';
import { BatchCheck } from './batch-check.ts';
import { checkFiller } from './blocks.ts';
import { checkFileControl } from './file-control.ts';
import { checkFileHeader } from './file-header.ts';
import type { Findings } from './findings.ts';
import { wholeRecord } from './line-length.ts';

/** One form of each type: all forms of a type must be equally long, save for the file control of advices. */
const layouts: Readonly<Record<string, Layout>> = {
  '1': fileHeader,
  '5': batchHeader,
  '6': entry,
  '7': paymentAddenda,
  '8': batchControl,
  '9': fileControl,
};

/** The order of a file's records: header (1), batches (5 to 8), control (9), filler. */
export class FileCheck {
  readonly batches: BatchCheck;
  #findings: Findings;
  #records = 0;
  #fillers = 0;
  #isControlled = false;

  constructor(findings: Findings) {
    this.#findings = findings;
    this.batches = new BatchCheck(findings);
  }

  line(text: string, line: number): void {
    if (text === FILLER || (this.#isControlled && /^9+$/.test(text))) this.#filler(text, line);
    else this.#record(text, line);
  }

  end(lastLine: number): void {
    const last = Math.max(lastLine, 1);
    if (lastLine === 0) this.#findings.fault(last, 'The file is empty.');
    else if (this.#isControlled) {
      checkFiller({ records: this.#records, fillers: this.#fillers }, last, this.#findings);
    } else {
      if (this.batches.isOpen) this.#findings.fault(last, 'The file ends within a batch.');
      this.#findings.fault(last, 'The file ends without its file control (9).');
    }
    this.batches.close();
  }

  #filler(text: string, line: number): void {
    this.#fillers += 1;
    if (!this.#isControlled) {
      this.#findings.fault(line, 'A line of nines stands before the file control (9).');
    }
    if (text.length !== FILLER.length) {
      const reason = `The line has ${text.length} nines; a line that fills a block has ${FILLER.length}.`;
      this.#findings.fault(line, reason);
    }
  }

  #record(text: string, line: number): void {
    const type = text.charAt(0);
    const isAdviceControl = type === '9' && this.batches.isAdvice;
    const layout = isAdviceControl ? adviceFileControl : layouts[type];
    this.#records += 1;
    if (this.#records === 1 && type !== '1') {
      this.#findings.fault(line, `A file begins with a file header (1), not with "${type}".`);
    }
    if (this.#isControlled) {
      this.#findings.fault(line, 'Only lines of nines may follow the file control (9).');
    }
    if (layout) this.#take(type, wholeRecord(text, line, layout, this.#findings), line);
    else {
      if (this.#records > 1) this.#findings.fault(line, `There is no record type "${type}".`);
      this.batches.spoil();
    }
  }

  #take(type: string, record: string | undefined, line: number): void {
    if (type === '1') this.#header(record, line);
    else if (type === '5') this.batches.header(record, line);
    else if (type === '6') this.batches.entry(record, line);
    else if (type === '7') this.batches.addenda(record, line);
    else if (type === '8') this.batches.control(record, line);
    else this.#control(record, line);
  }

  #header(record: string | undefined, line: number): void {
    if (this.#records > 1) this.#findings.fault(line, 'A second file header (1) is in the file.');
    if (record !== undefined) checkFileHeader(record, line, this.#findings);
  }

  #control(record: string | undefined, line: number): void {
    if (this.batches.isOpen) {
      this.#findings.fault(line, 'The batch before has no batch control (8).');
      this.batches.close();
    }
    this.#isControlled = true;
    if (record === undefined) return;
    const { batches, tally, isAdvice } = this.batches;
    const counts = { batches, records: this.#records, tally, isAdvice };
    checkFileControl(counts, record, line, this.#findings);
  }
}
