import type { CalendarDate } from '../calendar/dates.ts';
import type { RegionCode } from '../organization/regions.ts';

/** From when until when something holds in a region. */
interface Version {
  readonly region: RegionCode;
  readonly effectiveFrom: CalendarDate;
  /** The last day; null while it stands. */
  readonly effectiveUntil: CalendarDate | null;
}

const holdsOn = ({ effectiveFrom, effectiveUntil }: Version, on: CalendarDate) =>
  effectiveFrom <= on && (effectiveUntil === null || on <= effectiveUntil);

/** The version of a region that is in force on a day; undefined where none is: a gap is never bridged. */
export function policyInForce<V extends Version>(
  versions: readonly V[],
  region: RegionCode,
  on: CalendarDate,
): V | undefined {
  return versions.find(version => version.region === region && holdsOn(version, on));
}

/** The first region and day on which two versions are in force at once; undefined where none is. */
export function policiesAtOnce(
  versions: readonly Version[],
): { readonly region: RegionCode; readonly on: CalendarDate } | undefined {
  for (const [at, { region, effectiveFrom: on }] of versions.entries()) {
    const other = versions.some(
      (each, place) => place !== at && each.region === region && holdsOn(each, on),
    );
    if (other) return { region, on };
  }
  return undefined;
}
