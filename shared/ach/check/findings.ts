export interface Finding {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/** More than a person reads; a file of another kind would otherwise give one for each of its lines. */
const MOST_LISTED = 1_000;

/** What a check found, fault by fault; beyond a thousand of a kind only their number is kept. */
export class Findings {
  #faults: Finding[] = [];
  #warnings: Finding[] = [];
  #unlistedFaults = 0;
  #unlistedWarnings = 0;

  fault(line: number, reason: string): void {
    if (this.#faults.length < MOST_LISTED) this.#faults.push({ line, reason });
    else this.#unlistedFaults += 1;
  }

  warn(line: number, reason: string): void {
    if (this.#warnings.length < MOST_LISTED) this.#warnings.push({ line, reason });
    else this.#unlistedWarnings += 1;
  }

  faults(lastLine: number): Finding[] {
    return listed(this.#faults, this.#unlistedFaults, lastLine);
  }

  warnings(lastLine: number): Finding[] {
    return listed(this.#warnings, this.#unlistedWarnings, lastLine);
  }
}

function listed(findings: readonly Finding[], unlisted: number, line: number): Finding[] {
  const inOrder = [...findings].sort((left, right) => left.line - right.line);
  if (unlisted === 0) return inOrder;
  return [...inOrder, { line, reason: `${unlisted} more are not listed.` }];
}
