import { FILE_MEDIA_TYPE, type Route } from '#shared/contract/route.ts';

const PART_BYTES = 64 * 1024;

interface ToSend {
  readonly headers: Readonly<Record<string, string>>;
  readonly rest: RequestInit;
}

/** The line takes a part when it has room for it, so what was taken is about what has left. */
async function* partsOf(bytes: Uint8Array, onSent: (bytes: number) => void) {
  for (let from = 0; from < bytes.length; from += PART_BYTES) {
    const part = bytes.subarray(from, from + PART_BYTES);
    yield part;
    onSent(from + part.length);
  }
}

/** A body as it travels: JSON, or a file as it is with its length told first; undefined where there is none. */
export function bodyToSend(
  route: Route,
  body: unknown,
  onSent: (bytes: number) => void = () => undefined,
): ToSend | undefined {
  if (body === undefined) return undefined;
  if (!route.fileBody) {
    return {
      headers: { 'content-type': 'application/json' },
      rest: { body: JSON.stringify(body) },
    };
  }
  const bytes = body as Uint8Array;
  return {
    headers: { 'content-type': FILE_MEDIA_TYPE, 'content-length': String(bytes.length) },
    rest: { body: partsOf(bytes, onSent), duplex: 'half' },
  };
}
