import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { SeedCalendar } from '../calendar.ts';
import type { Stream } from '../draws/stream.ts';
import { MEMBERS_AT_MOST } from '../identifiers.ts';
import { drawHome, drawPhone, type Home } from '../people/address-draws.ts';
import { drawName, drawOrigin } from '../people/name-draws.ts';
import type { NameList } from '../people/names/name-list.ts';
import { type Place, places, regionShares } from '../people/places.ts';
import type { Relationship, SeededPerson } from './family.ts';

export interface Member extends SeededPerson {
  readonly relationship: Relationship;
  readonly ageYears: number;
}

export interface Household {
  readonly region: RegionCode;
  readonly origin: NameList;
  /** The guarantor, who is among the members unless others of the family alone are patients. */
  readonly payer: Member;
  readonly members: readonly Member[];
}

const sizes: readonly (readonly [number, number])[] = [
  [34, 1],
  [28, 2],
  [16, 3],
  [14, 4],
  [5, 5],
  [3, MEMBERS_AT_MOST],
];

function birthDate(stream: Stream, calendar: SeedCalendar, ageYears: number): CalendarDate {
  return calendar.daysAgo(Math.ceil(ageYears * 365.25) + stream.int(1, 363));
}

/** The age of a member, given the guarantor's. A child may be grown up, a minor has a guarantor of age. */
function drawAge(stream: Stream, relationship: Relationship, payerAge: number): number {
  if (relationship === 'spouse') return Math.max(21, payerAge + stream.int(-7, 7));
  if (relationship === 'parent') return Math.min(98, payerAge + stream.int(20, 34));
  return Math.max(1, Math.min(25, payerAge - stream.int(20, 38)));
}

function relationshipsOf(stream: Stream, size: number): Relationship[] {
  const married = size > 1 && stream.chance(640);
  const others = Array.from({ length: size - 1 }, (_, at): Relationship => {
    if (at === 0 && married) return 'spouse';
    return stream.chance(70) ? 'parent' : 'child';
  });
  return ['self', ...others];
}

export function drawHousehold(stream: Stream, calendar: SeedCalendar): Household {
  const region = stream.pickWeighted(regionShares);
  const origin = drawOrigin(stream, region);
  const place = stream.pick(places[region]);
  const home = drawHome(stream, place);
  const payerAge = stream.int(24, 88);
  const familyName = drawName(stream, origin).familyName;
  const ground = { stream, calendar, origin, place, home };
  const drawn = relationshipsOf(stream, stream.pickWeighted(sizes)).map(relationship => {
    const ageYears = relationship === 'self' ? payerAge : drawAge(stream, relationship, payerAge);
    return drawMember(ground, { relationship, ageYears, familyName });
  });
  const [payer, ...others] = drawn;
  if (!payer) throw new Error('A household has at least its guarantor.');
  const members = drawn.map(each => (each.ageYears < 18 ? { ...each, phone: payer.phone } : each));
  // Some parents pay for a child and are not patients here themselves.
  const payerIsPatient = others.length === 0 || !stream.chance(60);
  return { region, origin, payer, members: payerIsPatient ? members : members.slice(1) };
}

interface MemberGround {
  readonly stream: Stream;
  readonly calendar: SeedCalendar;
  readonly origin: NameList;
  readonly place: Place;
  readonly home: Home;
}

function drawMember(
  { stream, calendar, origin, place, home }: MemberGround,
  member: { relationship: Relationship; ageYears: number; familyName: string },
): Member {
  const { relationship, ageYears } = member;
  const keepsOwnName = relationship !== 'self' && stream.chance(150);
  return {
    ...drawName(stream, origin, keepsOwnName ? undefined : member.familyName),
    birthDate: birthDate(stream, calendar, ageYears),
    ...(stream.chance(60) ? drawHome(stream, place) : home),
    phone: drawPhone(stream, place),
    relationship,
    ageYears,
  };
}
