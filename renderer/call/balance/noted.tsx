import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { dateIn, type Instant } from '#shared/calendar/dates.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { wireReferenceGroups } from '#shared/wires/reference.ts';
import facts from './facts.module.css';
import lines from './lines.module.css';
import classes from './noted.module.css';
import { Part } from './part.tsx';
import { promiseWords } from './promise-words.ts';
import { shortDate } from './short-date.ts';
import type { KnownBalance } from './use-balance.ts';

const NOTES_AT_FIRST = 2;

/** What earlier calls left: the promise that stands, wires to come, referrals, the newest notes. */
export function Noted({ balance, today }: Pick<KnownBalance, 'balance' | 'today'>) {
  const { t, i18n } = useTranslation('balance');
  const [all, setAll] = useState(false);
  const { noted, guarantor } = balance;
  const { timeZone } = guarantor;
  const { promise, wires, referrals, notes } = noted;
  if (!promise && wires.length + referrals.length + notes.length === 0) return null;
  const shown = all ? notes : notes.slice(0, NOTES_AT_FIRST);
  const from = (by: string, at: Instant) =>
    t('notedBy', { by, on: shortDate(dateIn(timeZone, at), today) });
  return (
    <Part title={t('noted')}>
      <dl className={facts.facts}>
        {promise && (
          <Row what={t('notedPromise')} from={from(promise.by, promise.madeAt)}>
            {promiseWords(balance, today, t)}
          </Row>
        )}
        {wires.map(({ wireId, method, amountCents, expectedOn, reference, by, notedAt }) => (
          <Row
            key={wireId}
            what={t('notedExpected', { by: nameMethod(i18n, { kind: method, reference }) })}
            from={from(by, notedAt)}
          >
            {t('notedWireValue', {
              amount: showMoney(amountCents),
              on: shortDate(expectedOn, today),
              reference: wireReferenceGroups(reference).join(' '),
            })}
          </Row>
        ))}
        {referrals.map(({ referralId, programme, context, by, referredAt }) => (
          <Row key={referralId} what={t('notedReferral')} from={from(by, referredAt)}>
            {t('notedReferralValue', { programme: t(`programmes.${programme}`), said: context })}
          </Row>
        ))}
        {shown.map(({ noteId, text, by, writtenAt }) => (
          <Row key={noteId} what={t('notedNote')} from={from(by, writtenAt)}>
            {text}
          </Row>
        ))}
      </dl>
      {notes.length > NOTES_AT_FIRST && (
        <div className={lines.more}>
          <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('showFewerNotes') : t('showNotes', { count: notes.length })}
          </button>
        </div>
      )}
    </Part>
  );
}

function Row({ what, from, children }: { what: string; from: string; children: ReactNode }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd className={classes.value}>
        {children} <span className={classes.from}>{from}</span>
      </dd>
    </div>
  );
}
