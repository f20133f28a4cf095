import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect } from 'vitest';
import { openStream } from '#backend/seed/draws/stream.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { Reply } from '#shared/desk/refusal.ts';
import { cents } from '#shared/money/cents.ts';
import { isOpen } from '#shared/payments/states.ts';
import { captureCard, comeIn, hangUp, Told, takeCall, value } from '#tools/faults/at-the-desk.ts';
import { approvedCard, declinedCard } from '#tools/faults/cards.ts';
import { isPayment } from '#tools/faults/fault-line.ts';
import { fillDisk, lockJournal } from '#tools/faults/journal-mishaps.ts';
import { lineFaults } from '#tools/faults/line-faults.ts';
import { unlessGone } from '#tools/faults/seat.ts';
import { attemptsOf, expectAgreement, type Model, type Real } from './model.ts';
import { mishaps, outcomesOf, type Plan, refusalsOf, saidAtOnce } from './outcomes.ts';

/** A request of the backend that charges. */
const isCharge = (method: string, path: string) =>
  method === 'POST' && /^\/charges\/[^/]+$/.test(path);

let cardsDrawn = 0;

/** As far as a captured card on a call about the payer; a guest, so that no balance is in the way. */
async function getReady({ desk, payer }: Real, { card }: Plan): Promise<void> {
  await comeIn(desk);
  const call = await value(desk, 'call.current', null);
  if (!call?.verification) {
    await hangUp(desk);
    await takeCall(desk, payer, true);
  }
  cardsDrawn += 1;
  const stream = openStream(`card ${cardsDrawn} ${Date.now()}`);
  await captureCard(desk, card === 'good' ? approvedCard(stream) : declinedCard(stream));
}

const LONGEST_MISHAP_MS = 600;

/** What goes wrong with a machine while the payment is under way. */
async function happen({ mishap, mishapAfterMs }: Plan, { desk, world }: Real): Promise<unknown> {
  if (mishap === 'nothing') return;
  await wait(mishapAfterMs);
  switch (mishap) {
    case 'desk killed':
      return desk.killAndRevive(0);
    case 'backend killed':
      return world.backends[0]?.killAndRevive(0);
    case 'disk full':
      return fillDisk(desk, LONGEST_MISHAP_MS);
    case 'database locked':
      return lockJournal(desk, LONGEST_MISHAP_MS);
  }
}

class Submit implements fc.AsyncCommand<Model, Real> {
  readonly amountCents: number;
  readonly plan: Plan;

  constructor(amountCents: number, plan: Plan) {
    this.amountCents = amountCents;
    this.plan = plan;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const { desk, world } = real;
    try {
      await getReady(real, this.plan);
    } catch (trouble) {
      if (!(trouble instanceof Told)) throw trouble;
      expect(model.isLineCut, trouble.message).toBe(true);
      await expectAgreement(model, real);
      return;
    }
    const wasOpen = attemptsOf(model, real).some(({ state }) => isOpen(state));
    const happened = () => world.deskLines[0]?.happened(this.plan.toBackend) ?? 0;
    const before = happened();
    world.deskLines[0]?.next(this.plan.toBackend, isPayment);
    world.processorLines[0]?.next(this.plan.toProcessor, isCharge);
    const submitting = unlessGone(
      desk.ask('payments.submit', {
        amountCents: cents(this.amountCents) as never,
        allocation: 'oldest_first',
        duplicateAcknowledged: true,
        totalSeenCents: null,
      }),
    );
    await happen(this.plan, real);
    const reply = await submitting;
    for (const line of [world.deskLines[0], world.processorLines[0]]) line?.next('pass');
    this.#expectReply(model, reply, wasOpen);
    // A request that nothing overtook was only late.
    if (reply?.ok && this.plan.toBackend !== 'reorder') expect(happened()).toBeGreaterThan(before);
    for (const { key, state } of attemptsOf(model, real)) {
      if (model.attempts.has(key)) continue;
      model.attempts.set(key, { seen: state, may: new Set(outcomesOf(this.plan)) });
    }
    await expectAgreement(model, real);
  }

  #expectReply(model: Model, reply: Reply<Attempt> | undefined, wasOpen: boolean): void {
    if (!reply) expect(this.plan.mishap).toBe('desk killed');
    else if (reply.ok) expect(saidAtOnce(this.plan)).toContain(reply.value.state);
    else {
      const open = wasOpen ? ['payment_open'] : [];
      const away = model.isLineCut ? ['unreachable'] : [];
      expect([...open, ...away, ...refusalsOf(this.plan)]).toContain(reply.reason);
    }
  }

  toString = () => `submit(${this.amountCents}, ${JSON.stringify(this.plan)})`;
}

const anyFault = fc.oneof(
  { weight: 3, arbitrary: fc.constant('pass' as const) },
  { weight: 4, arbitrary: fc.constantFrom(...lineFaults) },
);

/** One payment, and what goes wrong with it. */
export const submit = fc
  .record({
    amountCents: fc.integer({ min: 1, max: 400 }),
    card: fc.constantFrom('good' as const, 'good' as const, 'bad' as const),
    toBackend: anyFault,
    toProcessor: anyFault,
    mishap: fc.oneof(
      { weight: 3, arbitrary: fc.constant('nothing' as const) },
      { weight: 4, arbitrary: fc.constantFrom(...mishaps) },
    ),
    mishapAfterMs: fc.integer({ min: 0, max: 120 }),
  })
  .map(({ amountCents, ...plan }) => new Submit(amountCents, plan));
