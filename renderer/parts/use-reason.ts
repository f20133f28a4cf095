import { useState } from 'react';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';

/** A reason as it is being typed. */
export interface TypedReason {
  readonly typed: string;
  readonly type: (typed: string) => void;
  /** Says too little, and somebody has tried to go on with it. */
  readonly isMissing: boolean;
  /** The reason to go on with; undefined where it says too little, and the box says so from then on. */
  readonly give: () => string | undefined;
}

/** The reason of one form. */
export function useReason(): TypedReason {
  const [typed, type] = useState('');
  const [tried, setTried] = useState(false);
  const reason = typed.trim();
  const isShort = reason.length < SHORTEST_REASON;
  return {
    typed,
    type,
    isMissing: tried && isShort,
    give() {
      setTried(true);
      return isShort ? undefined : reason;
    },
  };
}
