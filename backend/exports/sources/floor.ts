import type { Floor } from '#shared/contract/floor.ts';
import { ExportedFloor } from '#shared/export/lists/floor.ts';
import { readFloor } from '../../floor/read-floor.ts';
import { Refused } from '../../http/refused.ts';
import { readAtOnce, type Source } from '../source.ts';

/** One of the tables behind the charts; the floor of a region is for whoever serves it. */
export const floorTable = (rowsOf: (floor: Floor) => readonly object[]): Source =>
  readAtOnce(async ({ db, person, filters, now }) => {
    const { region, days } = ExportedFloor.parse(filters);
    const served = person.user.regions;
    if (region !== null && !served.includes(region)) throw new Refused('not_allowed');
    return rowsOf(await readFloor(db, { served, region, days }, now));
  });

/** What was taken, a row for each method of each day. */
export const takenOnDays = ({ days }: Floor) =>
  days.flatMap(({ on, taken }) => taken.map(each => ({ ...each, on })));

/** What was taken today, a row for each method of each hour. */
export const takenInHours = ({ hours }: Floor) =>
  hours.flatMap(({ hour, taken }) => taken.map(each => ({ ...each, hour })));
