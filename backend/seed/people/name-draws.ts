import type { RegionCode } from '#shared/organization/regions.ts';
import type { Stream } from '../draws/stream.ts';
import { chinese, filipino, vietnamese } from './names/asian.ts';
import { english } from './names/english.ts';
import { hawaiian } from './names/hawaiian.ts';
import type { NameList } from './names/name-list.ts';
import { singleNames } from './names/single-names.ts';
import { spanish } from './names/spanish.ts';

export interface Name {
  readonly givenName: string | null;
  readonly familyName: string;
}

type Origins = readonly (readonly [number, NameList])[];

const mainland: Origins = [
  [62, english],
  [24, spanish],
  [5, vietnamese],
  [5, chinese],
  [4, filipino],
];
const california: Origins = [
  [42, english],
  [36, spanish],
  [7, vietnamese],
  [9, chinese],
  [6, filipino],
];
const islands: Origins = [
  [26, english],
  [6, spanish],
  [4, vietnamese],
  [12, chinese],
  [20, filipino],
  [32, hawaiian],
];

const originsIn: Partial<Record<RegionCode, Origins>> = {
  NCAL: california,
  SCAL: california,
  HI: islands,
};

export function drawOrigin(stream: Stream, region: RegionCode): NameList {
  return stream.pickWeighted(originsIn[region] ?? mainland);
}

/** A family name of that origin; a few are two in one. */
export function drawFamilyName(stream: Stream, origin: NameList): string {
  const own = stream.pick(origin.family);
  if (own.includes('-') || !stream.chance(50)) return own;
  const other = stream.pick(english.family.concat(spanish.family));
  return other.includes('-') ? own : `${own}-${other}`;
}

/** Somebody of that origin and family; a few have a middle initial, or one name only. */
export function drawName(stream: Stream, origin: NameList, familyName: string): Name {
  if (stream.chance(8)) return { givenName: null, familyName: stream.pick(singleNames) };
  const initial = stream.chance(80) ? ` ${stream.pick([...'ABCDEFGJKLMNRST'])}.` : '';
  return { givenName: stream.pick(origin.given) + initial, familyName };
}

export function fullName({ givenName, familyName }: Name): string {
  return givenName === null ? familyName : `${givenName} ${familyName}`;
}

/** Whether people of this origin are likely to want to be spoken to in Spanish. */
export function speaksSpanish(stream: Stream, origin: NameList): boolean {
  return stream.chance(origin === spanish ? 450 : 8);
}
