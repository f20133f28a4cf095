import type { SyncState } from '#shared/desk/sync-state.ts';

type CopyKey =
  | Exclude<SyncState['phase'], 'off'>
  | 'starting'
  | NonNullable<SyncState['trouble']>
  | 'behindWithout';

/** Which sentence tells of the copy, and whether it asks for attention; none while nobody has one. */
export function copyWords({ phase, trouble, total, asOf }: SyncState): {
  readonly key: CopyKey | undefined;
  readonly asks: boolean;
} {
  if (phase === 'off') return { key: undefined, asks: false };
  if (trouble) return { key: trouble, asks: true };
  if (phase === 'pulling') return { key: total === 0 ? 'starting' : 'pulling', asks: false };
  if (phase === 'behind') return { key: asOf ? 'behind' : 'behindWithout', asks: true };
  return { key: phase, asks: phase === 'other_version' || phase === 'paused' };
}
