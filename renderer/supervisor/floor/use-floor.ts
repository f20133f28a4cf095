import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Floor, FloorDays } from '#shared/contract/floor.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { ask } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';
import type { Refused } from '../../desk/refused.ts';
import { useAgain } from '../../desk/use-again.ts';
import { useChanges } from '../../desk/use-changes.ts';

/** News come in bursts: a run posts a thousand payments in a second. */
const NEWS_EVERY_MS = 3_000;
/** No news tells that a call began or fell silent. */
const READ_AGAIN_MS = 10_000;

export interface FloorChoice {
  /** Null for all regions of whoever looks. */
  readonly region: RegionCode | null;
  readonly days: FloorDays;
  readonly tables: boolean;
}

const atFirst: FloorChoice = { region: null, days: '30', tables: false };

/** What of the floor is looked at, as it was left. */
export function useFloorChoice() {
  const [choice, keep] = useKept<FloorChoice>('audit:floor', atFirst);
  return { choice, choose: (some: Partial<FloorChoice>) => keep({ ...choice, ...some }) };
}

/** The floor, read again when something changed anywhere and every few seconds while it is looked at. */
export function useFloor({
  region,
  days,
}: Pick<FloorChoice, 'region' | 'days'>): UseQueryResult<Floor, Refused> {
  const queryKey = ['floor.read', region, days];
  const again = useAgain(queryKey);
  const floor = useQuery<Floor, Refused>({
    queryKey,
    queryFn: () => ask('floor.read', { region, days, again: again() }),
    placeholderData: keepPreviousData,
    refetchInterval: READ_AGAIN_MS,
    refetchOnMount: 'always',
  });
  useChanges(() => void floor.refetch(), true, NEWS_EVERY_MS);
  return floor;
}
