import type { FastifyInstance } from 'fastify';

/** Longer than any request takes: whoever has said nothing by then never will. */
const LONGEST_REQUEST_MS = 15_000;
const SWEEP_MS = 50;

/**
 * Ends a server once what is under way has been answered. A connection kept open after its last answer
 * would otherwise hold the end up until it times out, and so would one on which nothing was ever asked.
 */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
  const cut = setTimeout(() => app.server.closeAllConnections(), LONGEST_REQUEST_MS);
  try {
    await app.close();
    await app.underWay.done();
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
