import type { Stream } from './stream.ts';

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/**
 * A UUIDv7 (RFC 9562) of a moment, its random bits from the stream. Ids that begin with a rising
 * moment are neighbours in the index of their table, which keeps a large seed fast.
 */
export function drawUuid(stream: Stream, epochMs: number): string {
  const time = hex(epochMs, 12);
  const [first, second, third] = [stream.bits(), stream.bits(), stream.bits()];
  const version = hex(0x7000 | (first >>> 20), 4);
  const variant = hex(0x8000 | (second >>> 18), 4);
  const node = hex(third, 8) + hex(first & 0xffff, 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${node}`;
}
