import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FILE_MEDIA_TYPE, type FileBody, type Route } from '#shared/contract/route.ts';
import { Refused } from './refused.ts';

type Limits = NonNullable<Route['fileBody']>;

/** Lets the routes mounted in `app` take files as they are, and nothing else. */
export function acceptFiles(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FILE_MEDIA_TYPE, (_request, payload, done) => done(null, payload));
}

/** Refuses by what is announced, before a byte of it is read; the line ends with the answer. */
export function refuseTooLarge(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { limitBytes, tooLarge }: Limits,
): void {
  // What is left unread of a refused file must not be taken for the next request.
  reply.header('connection', 'close');
  if (Number(headers['content-length'] ?? 0) > limitBytes) throw new Refused(tooLarge);
}

/** The file that a request brings, which ends with a refusal where it is too large or breaks off. */
export async function* fileBodyOf(
  { body }: FastifyRequest,
  { limitBytes, tooLarge, broken }: Limits,
): FileBody {
  if (!body) return;
  let bytes = 0;
  try {
    // Destroyed, the stream would take the line with it, and with that the answer.
    const parts = (body as Readable).iterator({ destroyOnReturn: false });
    for await (const part of parts as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > limitBytes) throw new Refused(tooLarge);
      yield part;
    }
  } catch (failure) {
    if (failure instanceof Refused) throw failure;
    throw new Refused(broken);
  }
}
