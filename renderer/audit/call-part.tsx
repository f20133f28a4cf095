import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { PaymentLife } from '#shared/contract/payment-life.ts';
import classes from './payment-pane.module.css';

const plain = (code: string) => code.replaceAll('_', ' ');

/** The call it was taken on: who was verified how, what was read out and agreed to, how it ended. */
export function CallPart({ life: { call, verification, agreement } }: { life: PaymentLife }) {
  const { t } = useTranslation('paymentPage');
  const facts: (string | null | undefined)[] = [
    call?.reference && `${t('reference')}: ${call.reference}`,
    verification &&
      `${t('caller')}: ${[verification.callerName, plain(verification.callerRole)].filter(Boolean).join(', ')}`,
    verification &&
      verification.factors.length > 0 &&
      `${t('factors')}: ${verification.factors
        .map(({ factor, matched }) =>
          t(matched ? 'matched' : 'unmatched', { factor: plain(factor) }),
        )
        .join(', ')}`,
    call?.disposition && `${t('ended')}: ${plain(call.disposition)}`,
  ].map(fact => fact || null);
  const known = facts.filter(fact => typeof fact === 'string');
  return (
    <section aria-labelledby="life-call" className={classes.part}>
      <h3 id="life-call" className={classes.label}>
        {t('call')}
      </h3>
      {known.length === 0 && <p>{t('noCall')}</p>}
      {known.map(fact => (
        <p key={fact}>{fact}</p>
      ))}
      {call?.summary && <p className={classes.summary}>{call.summary}</p>}
      {agreement && (
        <>
          <h4 className={classes.label}>{t('agreement')}</h4>
          <p>
            {t('agreementWords', {
              version: agreement.wordingVersion,
              language: agreement.language,
              name: agreement.payerName,
              recording: agreement.recordingReference,
              date: sayDate('en', agreement.debitOn),
            })}
          </p>
          <p>{t('acknowledged', { elements: agreement.acknowledged.map(plain).join(', ') })}</p>
        </>
      )}
    </section>
  );
}
