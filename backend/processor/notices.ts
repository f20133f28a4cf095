import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { Refused } from '../http/refused.ts';
import { closePayment } from '../payments/close.ts';
import { OpenPayment } from '../payments/open-payment.ts';
import type { BackendParts } from '../server.ts';
import { ProcessorNotice, type SettledMessage, SIGNATURE_HEADER } from './messages.ts';
import { isSignedBy } from './signature.ts';

function readNotice(bytes: string): ProcessorNotice {
  try {
    return ProcessorNotice.parse(JSON.parse(bytes));
  } catch {
    throw new Refused('bad_request');
  }
}

/** A notice of another amount is none about this payment; the resolver will ask. */
function isAbout({ payment }: OpenPayment, settled: SettledMessage): boolean {
  return settled.outcome !== 'approved' || settled.amountCents === payment.amount_cents;
}

/**
 * Where the processor says unasked what it has decided. It may say so twice, or after it was asked:
 * a payment is closed once. Believed only when signed.
 */
export function noticeRoutes(app: FastifyInstance, { db, clock, noticeSecret }: BackendParts) {
  app.register(async scope => {
    // The signature is over the exact bytes, so they are kept as they came.
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    scope.route<{ Body: string }>({
      method: 'POST',
      url: '/v1/processor-notices',
      schema: {
        summary: 'The card processor tells what it has decided; signed, and safe to repeat',
        tags: ['processor-notices'],
        body: ProcessorNotice,
        headers: z.object({ [SIGNATURE_HEADER]: z.string() }),
        response: { 204: z.null() },
      },
      config: { problems: ['bad_request', 'not_allowed', 'internal'] },
      validatorCompiler: () => () => true,
      handler: async (request, reply) => {
        const signature = String(request.headers[SIGNATURE_HEADER] ?? '');
        const bytes = typeof request.body === 'string' ? request.body : '';
        if (!isSignedBy(noticeSecret, bytes, signature)) throw new Refused('not_allowed');
        const { settled } = readNotice(bytes);
        const { rows } = await sql`
          SELECT to_jsonb(payment) AS payment, region, payment_parts(key) AS parts
          FROM payment JOIN guarantor USING (guarantor_id)
          WHERE key = ${settled.key} AND payment.state IN ('sent', 'unknown')`.execute(db);
        const [open] = rows.map(row => OpenPayment.parse(row));
        if (open && isAbout(open, settled)) {
          await closePayment(db, open, { settled, by: 'processor notice' }, clock());
        }
        return reply.code(204).send();
      },
    });
  });
}
