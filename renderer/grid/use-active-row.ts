import { useCallback, useRef, useState } from 'react';

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The row the keys are on. The same one stays marked when others come in above it. */
export function useActiveRow<Row, RowKey>({
  rows,
  keyOf,
  onChoose,
  show,
}: {
  rows: readonly Row[];
  keyOf: (row: Row) => RowKey;
  onChoose: (key: RowKey) => void;
  show: (index: number) => void;
}) {
  const [active, setActive] = useState<RowKey | null>(null);
  const at = Math.max(
    0,
    rows.findIndex(row => keyOf(row) === active),
  );
  const latest = useRef(onChoose);
  latest.current = onChoose;
  // The same for every row each time, so that a row is drawn again only when it changed.
  const choose = useCallback((key: RowKey) => {
    setActive(key);
    latest.current(key);
  }, []);

  /** Whether the key was one of the grid's. */
  function move(key: string): boolean {
    const step = steps[key];
    const row = rows[at];
    if (key === 'Enter' && row) onChoose(keyOf(row));
    else if (step !== undefined) {
      const next = Math.max(0, Math.min(rows.length - 1, at + step));
      const moved = rows[next];
      if (moved) setActive(keyOf(moved));
      show(next);
    } else return false;
    return true;
  }

  return { at, move, choose };
}
