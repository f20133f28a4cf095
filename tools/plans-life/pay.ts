import { v7 as uuidv7 } from 'uuid';
import { submitPayment } from '#backend/payments/submit.ts';
import { findPlan } from '#backend/plans/read-plan.ts';
import { keepBankAccount } from '#backend/vault/keep-bank-account.ts';
import { keepCard } from '#backend/vault/keep-card.ts';
import { bundledDirectory } from '#shared/ach/routing-directory.ts';
import { type AchAuthorisation, TelElement } from '#shared/ach/tel-authorisation.ts';
import { businessDaysAfter, isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { OrderedMethod, PaymentOrder } from '#shared/contract/payments.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Call } from './calls.ts';
import { changePlan } from './change.ts';
import type { Deed } from './habits.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

const holderName = 'Plan Payer';

async function cardOf({ db, parts, person, now }: World): Promise<OrderedMethod> {
  const card = {
    number: '4242424242424242',
    goodThrough: '2032-12',
    securityCode: '123',
    postalCode: '94612',
  };
  const { token } = await keepCard({ db, processor: parts.processor }, card, person, now());
  return { kind: 'card', token };
}

/** The sandbox bank sends debits back by the end of the number: 7701 as R01. */
async function accountOf(
  world: World,
  { debtor }: Life,
  deed: Deed,
  amountCents: Cents,
): Promise<OrderedMethod> {
  const { db, vault, person, now } = world;
  const accountNumber = `${41_000_000 + debtor.number}${deed.comesBack ? '7701' : '1024'}`;
  const account = {
    accountKind: 'checking',
    routingNumber: '107800530',
    accountNumber,
    holderName,
  } as const;
  const kept = await keepBankAccount(
    { db, vault, directory: bundledDirectory },
    account,
    person,
    now(),
  );
  const authorisation: AchAuthorisation = {
    language: 'en',
    wordingVersion: '2026-11',
    debitOn: isBusinessDay(deed.on) ? deed.on : businessDaysAfter(deed.on, 1),
    amountCents,
    agreedAt: instantOf(now()),
    recordingReference: 'REC-20261201-0042',
    payerName: holderName,
    acknowledged: [...TelElement.options],
  };
  return { kind: 'ach', token: kept.token, authorisation };
}

async function openCents({ pool }: World, guarantorId: string): Promise<number> {
  const { rows } = await pool.query(
    'SELECT coalesce(sum(open_cents), 0)::bigint AS open FROM charge WHERE guarantor_id = $1',
    [guarantorId],
  );
  return rows[0].open;
}

/** What there is to pay: where less is billed than is to be paid, the interest until today is billed first. */
async function toPay(
  world: World,
  { plan, debtor }: Life,
  deed: Deed,
  call: Call,
): Promise<number> {
  const { planId } = plan;
  const open = await openCents(world, debtor.guarantorId);
  if (deed.cents !== 'all' && deed.cents <= open) return deed.cents;
  const now = await findPlan(world.db, planId, deed.on);
  if (now?.state !== 'active' || now.standing.payoffCents === 0) return open;
  await changePlan(world, call, planId, { kind: 'pay_off' });
  return Math.min(
    Number.isInteger(deed.cents) ? Number(deed.cents) : Number.POSITIVE_INFINITY,
    await openCents(world, debtor.guarantorId),
  );
}

/** Does on a call what is to be done; true when a payment was of as much as had been agreed. */
export async function pay(world: World, life: Life, deed: Deed, call: Call): Promise<boolean> {
  const { guarantorId } = life.debtor;
  if (deed.restMonths) {
    const wish = { kind: 'pause', months: deed.restMonths, reason: 'illness' } as const;
    await changePlan(world, call, life.plan.planId, wish);
    life.rest = { on: deed.on, months: deed.restMonths };
    return true;
  }
  const amount = await toPay(world, life, deed, call);
  if (amount === 0) return deed.cents === 'all';
  const amountCents = cents(amount);
  const by = deed.comesBack ? 'ach' : life.by;
  const method =
    by === 'card' ? await cardOf(world) : await accountOf(world, life, deed, amountCents);
  const order: PaymentOrder = {
    guarantorId: guarantorId as PaymentOrder['guarantorId'],
    ...call,
    method,
    amountCents,
    allocation: 'oldest_first',
    duplicateAcknowledged: true,
  };
  const key = uuidv7() as AttemptKey;
  const { state } = await submitPayment({ ...world.parts }, key, order, world.person);
  if (state !== 'approved')
    throw new Error(`A payment of ${guarantorId} on ${deed.on} is ${state}.`);
  life.made.push({ key, on: deed.on, cents: amountCents, by, comesBack: deed.comesBack ?? false });
  return amountCents === deed.cents;
}
