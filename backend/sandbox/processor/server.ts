import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { type SettledMessage, SIGNATURE_HEADER } from '#backend/processor/messages.ts';
import { signatureOf } from '#backend/processor/signature.ts';
import { RefundKey } from '#shared/billing/refund.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { CardForVault } from '#shared/contract/vault.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import { abandonAttempt, chargeOnce, findAttempt, voidAttempt } from './charges.ts';
import { Fault, OrderedFaults } from './faults.ts';
import { findRefund, refundOnce } from './refunds.ts';
import { reportOf, spoilt } from './report.ts';
import { forgetCard, keepCard, storeCard } from './vault.ts';

export interface SandboxProcessorParts {
  /** Its own connections: what it commits does not wait for the backend's transactions. */
  readonly pool: pg.Pool;
  readonly clock: () => number;
  /** Keys the fingerprints of card numbers. */
  readonly fingerprintKey: string;
  readonly noticeSecret: string;
  /** Where notices are sent, once it is known. */
  readonly noticeUrl: () => string | undefined;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const Charge = z.strictObject({
  token: z.string(),
  amountCents: z.int().positive(),
  credential: z.enum(['entered', 'kept_by_customer', 'kept_by_merchant']),
  merchant: RegionCode,
});
const byToken = z.object({ token: z.string() });
const byKey = z.object({ key: AttemptKey });
const byRefundKey = z.object({ refundKey: RefundKey });
const RefundCharge = z.strictObject({ key: AttemptKey, amountCents: z.int().positive() });
const byDay = z.object({ merchant: RegionCode, day: CalendarDate });
const charge404 = { status: 404, body: { error: 'never_heard' } };
const nothingToVoid = { status: 409, body: { error: 'nothing_to_void' } };

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** A card processor that knows the published test cards and can be told to misbehave. */
export function sandboxProcessor(parts: SandboxProcessorParts): FastifyInstance {
  const { pool, clock } = parts;
  const faults = new OrderedFaults();
  const app = Fastify({ bodyLimit: 16_384, forceCloseConnections: true });

  async function notify(settled: SettledMessage): Promise<void> {
    const url = parts.noticeUrl();
    if (!url) return;
    const body = JSON.stringify({ settled });
    const signature = signatureOf(parts.noticeSecret, body);
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature },
      body,
    }).catch(() => undefined);
  }

  /** Acts and answers, committing on the way the fault that is next in order. */
  async function act(
    on: Fault['on'],
    reply: FastifyReply,
    acting: (fault: Fault | undefined) => Promise<Answer>,
  ) {
    const fault = faults.next(on);
    const { kind, delayMs = 0 } = fault ?? {};
    const breakLine = async () => {
      await pause(delayMs);
      reply.hijack();
      reply.raw.destroy();
    };
    if (kind === 'time_out_before_acting') return breakLine();
    if (kind === 'server_error') return reply.code(500).send({ error: 'server_error' });
    if (kind === 'slow') await pause(delayMs);
    const { status, body } = kind === 'refuse' ? nothingToVoid : await acting(fault);
    if (kind === 'time_out_after_acting') return breakLine();
    if (kind === 'slow_after_acting') await pause(delayMs);
    if (kind === 'nonsense') return reply.type('application/json').send('{"outcome":"perhaps"');
    if (kind === 'answer_twice') await notify(body as SettledMessage);
    return reply.code(status).send(body);
  }

  app.post('/cards', (request, reply) =>
    act('card', reply, async () => {
      const card = CardForVault.safeParse(request.body);
      const kept = card.success && (await keepCard(pool, parts.fingerprintKey, card.data, clock()));
      return kept ? { status: 201, body: kept } : { status: 422, body: { error: 'card_refused' } };
    }),
  );

  app.post('/cards/:token/store', (request, reply) =>
    act('store', reply, async () => {
      const { token } = byToken.parse(request.params);
      const kept = await storeCard(pool, token, clock());
      return kept ? { status: 201, body: kept } : charge404;
    }),
  );

  app.delete('/cards/:token', (request, reply) =>
    act('forget', reply, async () => {
      await forgetCard(pool, byToken.parse(request.params).token, clock());
      return { status: 200, body: { forgotten: true } };
    }),
  );

  app.post('/charges/:key', (request, reply) =>
    act('charge', reply, async () => {
      const { key } = byKey.parse(request.params);
      const settled = await chargeOnce(pool, key, Charge.parse(request.body), clock());
      return settled ? { status: 200, body: settled } : charge404;
    }),
  );

  app.get('/charges/:key', (request, reply) =>
    act('find', reply, async () => {
      const settled = await findAttempt(pool, byKey.parse(request.params).key);
      return settled ? { status: 200, body: settled } : charge404;
    }),
  );

  app.post('/charges/:key/abandon', (request, reply) =>
    act('abandon', reply, async () => {
      const settled = await abandonAttempt(pool, byKey.parse(request.params).key, clock());
      return { status: 200, body: settled };
    }),
  );

  app.post('/charges/:key/void', (request, reply) =>
    act('void', reply, async () => {
      const { key } = byKey.parse(request.params);
      const voided = await voidAttempt(pool, key, clock());
      return voided ? { status: 200, body: { key, voided } } : nothingToVoid;
    }),
  );

  app.post('/refunds/:refundKey', (request, reply) =>
    act('refund', reply, async () => {
      const { refundKey } = byRefundKey.parse(request.params);
      const body = await refundOnce(pool, refundKey, RefundCharge.parse(request.body), clock());
      return { status: 200, body };
    }),
  );

  app.get('/refunds/:refundKey', (request, reply) =>
    act('find_refund', reply, async () => {
      const refund = await findRefund(pool, byRefundKey.parse(request.params).refundKey);
      return refund ? { status: 200, body: refund } : charge404;
    }),
  );

  app.get('/reports/:merchant/:day', (request, reply) =>
    act('report', reply, async fault => {
      const { merchant, day } = byDay.parse(request.params);
      const lines = spoilt(await reportOf(pool, merchant, day), fault);
      return { status: 200, body: { merchant, day, lines } };
    }),
  );

  app.get('/faults', () => faults.report());
  app.post('/faults', (request, reply) => {
    faults.order(Fault.parse(request.body));
    return reply.code(201).send(faults.report());
  });
  app.delete('/faults', () => {
    faults.clear();
    return [];
  });

  return app;
}
