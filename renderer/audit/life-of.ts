import type { TFunction } from 'i18next';
import type { Instant } from '#shared/calendar/dates.ts';
import type { PaymentLife } from '#shared/contract/payment-life.ts';
import { type LifeEvent, lifeEvents } from '../call/after-payment/life-events.ts';

type Words = TFunction<['paymentPage', 'afterPayment']>;

const at = (
  id: string,
  when: Instant | null,
  what: string,
  ...why: (string | null)[]
): LifeEvent[] =>
  when === null ? [] : [{ id, at: when, what, why: why.filter(each => each !== null) }];

function onTheCall(t: Words, { call, verification, agreement }: PaymentLife): LifeEvent[] {
  const verified = verification?.state === 'verified';
  return [
    ...at('call', call?.startedAt ?? null, t('callBegan')),
    ...at(
      'verification',
      verification?.closedAt ?? null,
      verified ? t('verified') : t('notVerified', { state: verification?.state ?? '' }),
    ),
    ...at('agreement', agreement?.agreedAt ?? null, t('agreed')),
  ];
}

function inTheBooks(t: Words, life: PaymentLife): LifeEvent[] {
  const { override, batch, exceptions, ledger } = life;
  return [
    ...at(
      'override',
      override?.at ?? null,
      t('overridden', { name: override?.byName ?? '' }),
      override?.reason ?? null,
    ),
    ...at(
      'file',
      batch?.handedOverAt ?? null,
      t('handedOver', { modifier: batch?.modifier ?? '' }),
    ),
    ...at('return', batch?.returnedAt ?? null, t('came', { code: batch?.returnCode ?? '' })),
    ...exceptions.flatMap(({ openedAt, reason, resolvedAt, resolvedByName, resolution }, index) => [
      ...at(`exception ${index}`, openedAt, t('exception', { reason })),
      ...at(
        `resolved ${index}`,
        resolvedAt,
        t('resolved', { name: resolvedByName ?? '' }),
        resolution,
      ),
    ]),
    ...ledger.map(({ event, enteredAt }, index) => ({
      id: `ledger ${index}`,
      at: enteredAt,
      what: t('entered', { event: event.replaceAll('_', ' ') }),
      why: [],
    })),
  ];
}

/** Everything that happened to a payment in one line of time, from the call to what came last. */
export function lifeOf(
  t: Words,
  ofPayment: TFunction<'afterPayment'>,
  life: PaymentLife,
): LifeEvent[] {
  return [
    ...onTheCall(t, life),
    ...lifeEvents(ofPayment, life.history),
    ...inTheBooks(t, life),
  ].sort((left, right) => left.at.localeCompare(right.at));
}
