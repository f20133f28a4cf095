import type { Stream } from '#backend/seed/draws/stream.ts';
import { isPayment } from './fault-line.ts';
import type { Fault, LineFault } from './line-faults.ts';

const between: readonly (readonly [weight: number, fault: LineFault])[] = [
  [3, 'drop_before'],
  [4, 'drop_after'],
  [3, 'reset'],
  [3, 'delay'],
  [3, 'hold_reply'],
  [3, 'deliver_late'],
  [2, 'duplicate'],
  [3, 'duplicate_late'],
  [4, 'reorder'],
  [3, 'truncate'],
  [2, 'status_500'],
  [2, 'status_500_after'],
  [2, 'status_429'],
  [1, 'redirect'],
  [2, 'nonsense'],
  [1, 'other_payment'],
];

/** How many of a thousand requests meet a fault: most of those that move money, few of the others. */
function faultyPerMille(method: string, path: string): number {
  if (isPayment(method, path)) return 450;
  if (path.startsWith('/v1/payments/')) return 300;
  if (path.startsWith('/charges/')) return 280;
  return path === '/v1/processor-notices' ? 400 : 30;
}

/** What a line between two programs does to each request while the storm lasts. */
export function stormyLine(stream: Stream): (method: string, path: string) => Fault {
  return (method, path) =>
    stream.chance(faultyPerMille(method, path)) ? stream.pickWeighted(between) : 'pass';
}

/** How long a fault that waits does so: mostly not for long, sometimes longer than anybody waits. */
export function stormyDelay(stream: Stream): () => number {
  return () => {
    const [from, to] = stream.pickWeighted([
      [16, [10, 200]],
      [3, [200, 1_200]],
      [1, [2_000, 4_000]],
    ] as const);
    return stream.int(from, to);
  };
}
