import { useEffect, useMemo, useState } from 'react';
import type { PaymentFilters } from '#shared/search/payment-search.ts';
import type { Asked } from './use-asked.ts';

/** Two keys that follow each other as fast are a burst: a paste by a scanner, a key held down, two letters rolled over. */
const BURST_MS = 60;

/** What is typed letter by letter; everything else is chosen, and asked at once. */
const typedOf = ({ box, from, to, fromCents, toCents, ...rest }: PaymentFilters) => {
  const { patient, confirmation, last4 } = rest;
  return { box, from, to, fromCents, toCents, patient, confirmation, last4 };
};

/**
 * What is asked of the backend: the first key at once, of a burst then nothing until it is over. A view put back is
 * asked at once.
 */
export function useSettled({ filters, turn }: Asked): PaymentFilters {
  const seen = JSON.stringify([turn, typedOf(filters)]);
  const [last, put] = useState({ seen, settled: seen, at: Number.NEGATIVE_INFINITY });
  if (last.seen !== seen) {
    const at = performance.now();
    put({ seen, settled: at - last.at < BURST_MS ? last.settled : seen, at });
  }
  const waits = last.settled !== last.seen;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the wait anew
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => put(now => ({ ...now, settled: now.seen })), BURST_MS);
    return () => clearTimeout(timer);
  }, [waits, last.seen]);
  return useMemo(() => {
    const [settledTurn, typed] = JSON.parse(last.settled) as [number, Partial<PaymentFilters>];
    return last.settled !== last.seen && settledTurn === turn ? { ...filters, ...typed } : filters;
  }, [last, filters, turn]);
}
