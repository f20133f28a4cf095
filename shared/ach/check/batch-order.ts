import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';

/** What must go up from batch to batch: their numbers, and, where it can be, the trace numbers. */
export class BatchOrder {
  #findings: Findings;
  #lastNumber = '';
  #highestTrace = new Map<string, string>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  opened({ number, headerLine }: OpenBatch): void {
    if (!/^\d{7}$/.test(number)) return;
    if (number <= this.#lastNumber) {
      const reason = `Batch number ${number} does not go up from ${this.#lastNumber} before it.`;
      this.#findings.fault(headerLine, reason);
    }
    this.#lastNumber = number;
  }

  /**
   * Many originators start again with each batch: the rules tell entries apart by batch number and trace.
   * Advices count within their batch. Only the highest trace of each bank is kept, so that a file of any size can be checked.
   */
  firstTrace({ headerLine, odfi, secCode }: OpenBatch, trace: string): void {
    if (secCode === 'ADV') return;
    if (trace > (this.#highestTrace.get(odfi) ?? '')) return;
    const reason = 'The trace numbers of this batch begin at or below those of an earlier one.';
    this.#findings.warn(headerLine, reason);
  }

  closed({ odfi, lastTrace }: OpenBatch): void {
    if (lastTrace > (this.#highestTrace.get(odfi) ?? '')) this.#highestTrace.set(odfi, lastTrace);
  }
}
