import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Floor } from '#shared/contract/floor.ts';
import { declinedIn, standingIn } from '#shared/floor/counted.ts';
import { averageOf, percentOf } from '#shared/floor/shares.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { showElapsed } from '../../parts/show-time.ts';
import { FindNumber } from './find-number.tsx';
import classes from './floor-page.module.css';
import { sayCount, sayLength } from './say.ts';
import { countOf, sumOf } from './sums.ts';

/** The numbers of now and today, each with what it is of; those of payments open the search. */
export function TodayTiles({ floor, region }: { floor: Floor; region: RegionCode | null }) {
  const { t } = useTranslation('floor');
  const day = floor.days.at(-1);
  if (!day) return null;
  const { on, taken, cards, handling, promises, plans } = day;
  const span = { region, from: on, to: on };
  const { open, longestSince } = floor.calls;
  // As of the backend's clock: numbers that are not read any more do not go on counting.
  const longest = longestSince && showElapsed(Date.parse(floor.at) - Date.parse(longestSince));
  const due = promises.kept + promises.broken + promises.open;
  const declinedPercent = percentOf(cards.declined, cards.answered);
  const agreedPercent = percentOf(plans.agreed, plans.offered);
  return (
    <dl className={classes.tiles}>
      <Tile
        name={t('tiles.calls')}
        about={longest ? t('tiles.callsSince', { time: longest }) : t('tiles.callsNone')}
      >
        {sayCount(open)}
      </Tile>
      <Tile name={t('tiles.taken')} about={t('tiles.takenCount', { count: countOf(taken) })}>
        <FindNumber what={t('tiles.taken')} filters={standingIn(span)}>
          {showMoney(sumOf(taken))}
        </FindNumber>
      </Tile>
      <Tile
        name={t('tiles.declined')}
        about={
          declinedPercent === null
            ? t('tiles.declinedNone')
            : t('tiles.declinedOf', { percent: declinedPercent, count: cards.answered })
        }
      >
        <FindNumber what={t('tiles.declined')} filters={declinedIn(span)}>
          {sayCount(cards.declined)}
        </FindNumber>
      </Tile>
      <Tile
        name={t('tiles.handling')}
        about={
          handling.calls === 0
            ? t('tiles.handlingNone')
            : t('tiles.handlingOf', {
                count: handling.calls,
                median: sayLength(handling.medianSeconds),
              })
        }
      >
        {sayLength(averageOf(handling.seconds, handling.calls))}
      </Tile>
      <Tile
        name={t('tiles.promises')}
        about={due === 0 ? t('tiles.promisesNone') : t('tiles.promisesOf', promises)}
      >
        {sayCount(due)}
      </Tile>
      <Tile
        name={t('tiles.plans')}
        about={
          agreedPercent === null
            ? t('tiles.plansNone')
            : t('tiles.plansOf', { percent: agreedPercent, count: plans.offered })
        }
      >
        {sayCount(plans.agreed)}
      </Tile>
    </dl>
  );
}

function Tile({ name, about, children }: { name: string; about: string; children: ReactNode }) {
  return (
    <div className={classes.tile}>
      <dt>{name}</dt>
      <dd className={classes.number}>{children}</dd>
      <dd className={classes.about}>{about}</dd>
    </div>
  );
}
