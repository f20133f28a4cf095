/** How many attempts there are to be, over all desks. */
export interface Quota {
  /** Whether one more may be made now; `done` gives its place back once the journal has it or not. */
  take(): boolean;
  done(): void;
  isFilled(): boolean;
}

/** `committed` counts the attempts that are in the journals. */
export function openQuota(wanted: number, committed: () => number): Quota {
  let underWay = 0;
  return {
    take() {
      if (committed() + underWay >= wanted) return false;
      underWay += 1;
      return true;
    },
    done() {
      underWay -= 1;
    },
    isFilled: () => committed() >= wanted,
  };
}
