import type { Stream } from '../draws/stream.ts';
import { type Place, streetKinds, streets } from './places.ts';

export interface Home {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

export function drawHome(stream: Stream, place: Place): Home {
  const house = stream.int(1, 9899);
  const street = `${house} ${stream.pick(streets)} ${stream.pick(streetKinds)}`;
  const unit = stream.chance(220) ? `, Apt ${stream.int(1, 48)}` : '';
  return {
    street: street + unit,
    city: place.city,
    state: place.state,
    postalCode: stream.pick(place.postalCodes),
  };
}

/** 555-0100 to 555-0199 of each area code is kept for fiction by the numbering plan's administrators. */
export function drawPhone(stream: Stream, place: Place): string {
  return `${place.areaCode}55501${String(stream.int(0, 99)).padStart(2, '0')}`;
}

/** An address at a domain that is kept for examples (RFC 2606), so that no mail ever reaches anybody. */
export function emailOf(stream: Stream, givenName: string | null, familyName: string): string {
  const plain = `${givenName ?? ''} ${familyName}`
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/ +/g, '.');
  return `${plain}${stream.int(1, 99)}@example.org`;
}
