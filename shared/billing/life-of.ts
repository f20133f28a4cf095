import type { TFunction } from 'i18next';
import type { Instant } from '../calendar/dates.ts';
import type { PaymentLife } from '../contract/payment-life.ts';
import { sayCode } from '../words/say-code.ts';
import { type LifeEvent, lifeEvents } from './life-events.ts';

type Words = TFunction<['paymentPage', 'afterPayment', 'exceptions']>;

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

function ofException(
  t: Words,
  { kind, about, reason, openedAt, ...end }: PaymentLife['exceptions'][number],
  index: number,
): LifeEvent[] {
  const { resolvedAt, resolvedWhy, resolvedByName: name, resolution } = end;
  const what = t(`exceptions:kinds.${kind}`);
  const over = resolvedWhy ? t(`exceptions:ends.${resolvedWhy}`) : '';
  const said = name ? t('resolved', { kind: what, name }) : t('over', { kind: what, end: over });
  const isCode = about !== null && /^[RC]\d\d$/.test(about);
  const opened = t('exception', { kind: isCode ? `${what} ${about}` : what });
  return [
    ...at(`exception ${index}`, openedAt, opened, reason),
    ...at(`resolved ${index}`, resolvedAt, said, resolution),
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
    ...exceptions.flatMap((each, index) => ofException(t, each, index)),
    ...ledger.map(({ event, enteredAt }, index) => ({
      id: `ledger ${index}`,
      at: enteredAt,
      what: t('entered', { event: sayCode('ledgerEvents', event) }),
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
