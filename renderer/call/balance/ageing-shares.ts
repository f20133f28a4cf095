import { type Ageing, type AgeingBucket, ageingBuckets } from '#shared/balance/ageing.ts';
import type { Cents } from '#shared/money/cents.ts';

export interface AgeingShare {
  readonly bucket: AgeingBucket;
  readonly amountCents: Cents;
  /** The part of the bar it takes, in thousandths; a credit takes none. */
  readonly perMille: number;
}

/** How much of the bar each bucket takes. What is above zero is never too small to be seen. */
export function ageingShares(ageing: Ageing): AgeingShare[] {
  const owed = ageingBuckets.reduce((sum, bucket) => sum + Math.max(0, ageing[bucket]), 0);
  return ageingBuckets.map(bucket => {
    const amountCents = ageing[bucket];
    const share = owed > 0 ? (Math.max(0, amountCents) / owed) * 1000 : 0;
    return { bucket, amountCents, perMille: share > 0 ? Math.max(8, Math.round(share)) : 0 };
  });
}
