import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { SeedCalendar } from '../calendar.ts';
import type { Stream } from '../draws/stream.ts';
import { MEMBERS_AT_MOST } from '../identifiers.ts';
import { drawHome, drawPhone, type Home } from '../people/address-draws.ts';
import { drawFamilyName, drawName, drawOrigin } from '../people/name-draws.ts';
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

type Role = Pick<Member, 'relationship' | 'ageYears'>;

/** Children are patients under their parents' guarantee up to this age, and no parent is very old. */
const CHILD_AT_MOST = 25;
const PARENT_AT_MOST = 62;

function drawCompanion(stream: Stream, payerAge: number): Role {
  return stream.chance(140)
    ? { relationship: 'parent', ageYears: Math.min(98, payerAge + stream.int(20, 34)) }
    : { relationship: 'spouse', ageYears: Math.max(21, payerAge + stream.int(-7, 7)) };
}

/** Brothers and sisters are two years apart or more. */
function drawChildren(stream: Stream, payerAge: number, count: number): Role[] {
  const oldest = Math.min(CHILD_AT_MOST, payerAge - 19);
  const children: Role[] = [];
  let ageYears = stream.int(Math.max(1, payerAge - 42), oldest);
  for (; children.length < count && ageYears >= 1; ageYears -= stream.int(2, 4)) {
    children.push({ relationship: 'child', ageYears });
  }
  return children;
}

function drawRoles(stream: Stream): readonly Role[] {
  const payerAge = stream.int(24, 88);
  const others = stream.pickWeighted(sizes) - 1;
  const payer: Role = { relationship: 'self', ageYears: payerAge };
  if (others === 0) return [payer];
  const mayHaveChildren = payerAge <= PARENT_AT_MOST;
  const companion = !mayHaveChildren || stream.chance(700);
  const companions = companion ? [drawCompanion(stream, payerAge)] : [];
  const children = mayHaveChildren ? others - companions.length : 0;
  return [payer, ...companions, ...drawChildren(stream, payerAge, children)];
}

export function drawHousehold(stream: Stream, calendar: SeedCalendar): Household {
  const region = stream.pickWeighted(regionShares);
  const origin = drawOrigin(stream, region);
  const place = stream.pick(places[region]);
  const home = drawHome(stream, place);
  const familyName = drawFamilyName(stream, origin);
  const ground = { stream, calendar, origin, place, home };
  const taken = new Set<string | null>();
  const drawn = drawRoles(stream).map(role => drawMember(ground, role, familyName, taken));
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
  role: Role,
  familyName: string,
  taken: Set<string | null>,
): Member {
  const keepsOwnName = role.relationship !== 'self' && stream.chance(150);
  const ownName = keepsOwnName ? drawFamilyName(stream, origin) : familyName;
  let name = drawName(stream, origin, ownName);
  while (taken.has(name.givenName)) name = drawName(stream, origin, ownName);
  taken.add(name.givenName);
  return {
    ...name,
    birthDate: birthDate(stream, calendar, role.ageYears),
    ...(stream.chance(60) ? drawHome(stream, place) : home),
    phone: drawPhone(stream, place),
    ...role,
  };
}
