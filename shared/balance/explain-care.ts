import type { Charge, ChargeKind } from '../billing/charge.ts';
import type { BillSentence } from './bill-sentence.ts';
import { reasonsOf } from './reasons.ts';
import { totalOf } from './total-of.ts';

/** Kinds that say why something is owed rather than what was done. */
const shareKinds: readonly ChargeKind[] = ['copay', 'coinsurance', 'deductible'];

/** Which visits it is for, when they were and what was done. A visit is one account's day of service. */
export function visitsSentence(care: readonly Charge[]): BillSentence[] {
  const visits = care.filter(
    charge =>
      charge.kind !== 'late_fee' &&
      charge.kind !== 'finance_charge' &&
      charge.kind !== 'adjustment',
  );
  const days = visits.map(charge => charge.servicedOn).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) return [];
  const count = new Set(visits.map(each => `${each.accountId} ${each.servicedOn}`)).size;
  const services = visits.filter(charge => !shareKinds.includes(charge.kind));
  const named = services.length > 0 ? services : visits;
  const values = { count, kinds: { kinds: [...new Set(named.map(charge => charge.kind))] } };
  return from === to
    ? [{ key: 'visitsOneDay', values: { ...values, from: { date: from } } }]
    : [{ key: 'visits', values: { ...values, from: { date: from }, to: { date: to } } }];
}

/** What the insurance paid, what came off the price, and what that leaves and why. */
export function shareSentence(care: readonly Charge[]): BillSentence[] {
  const answered = care.filter(charge => charge.insurance === 'paid');
  const paid = { money: totalOf(answered, 'insurancePaidCents') };
  const reduced = { money: totalOf(answered, 'adjustedCents') };
  const reasons = { reasons: reasonsOf(care) };
  if (reasons.reasons.length === 0) return [];
  if (paid.money <= 0) return [{ key: 'left', values: { reasons } }];
  return reduced.money > 0
    ? [{ key: 'paidReducedAndLeft', values: { paid, reduced, reasons } }]
    : [{ key: 'paidAndLeft', values: { paid, reasons } }];
}

/** What the insurance has not answered for. */
export function pendingSentence(care: readonly Charge[]): BillSentence[] {
  const amount = totalOf(
    care.filter(charge => charge.insurance === 'pending'),
    'openCents',
  );
  return amount > 0 ? [{ key: 'pending', values: { amount: { money: amount } } }] : [];
}
