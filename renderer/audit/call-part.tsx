import { useTranslation } from 'react-i18next';
import { TelElement } from '#shared/ach/tel-authorisation.ts';
import { Disposition } from '#shared/billing/call-record.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { PaymentLife } from '#shared/contract/payment-life.ts';
import { CallerRole } from '#shared/verification/policy.ts';
import { readCode, sayCode } from '#shared/words/say-code.ts';
import classes from './payment-pane.module.css';

/** What the codes of a call are called; one that this desk does not know is read as it is written. */
function useCallWords() {
  const { t } = useTranslation(['common', 'wrapUp', 'payment']);
  return {
    role(code: string) {
      const role = CallerRole.safeParse(code).data;
      return role ? t(`callerRoles.${role}`) : readCode(code);
    },
    end(code: string) {
      const end = Disposition.safeParse(code).data;
      return end ? t(`wrapUp:dispositions.${end}`) : readCode(code);
    },
    element(code: string) {
      const element = TelElement.safeParse(code).data;
      return element ? t(`payment:debit.elements.${element}`) : readCode(code);
    },
  };
}

/** The call it was taken on: who was verified how, what was read out and agreed to, how it ended. */
export function CallPart({ life: { call, verification, agreement } }: { life: PaymentLife }) {
  const { t } = useTranslation('paymentPage');
  const words = useCallWords();
  const facts: (string | null | undefined)[] = [
    call?.reference && `${t('reference')}: ${call.reference}`,
    verification &&
      `${t('caller')}: ${[verification.callerName, words.role(verification.callerRole)].filter(Boolean).join(', ')}`,
    verification &&
      verification.factors.length > 0 &&
      `${t('factors')}: ${verification.factors
        .map(({ factor, matched }) =>
          t(matched ? 'matched' : 'unmatched', { factor: sayCode('factors', factor) }),
        )
        .join(', ')}`,
    call?.disposition && `${t('ended')}: ${words.end(call.disposition)}`,
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
              language: t(`languages.${agreement.language}`),
              name: agreement.payerName,
              recording: agreement.recordingReference,
              date: sayDate('en', agreement.debitOn),
            })}
          </p>
          <p>
            {t('acknowledged', { elements: agreement.acknowledged.map(words.element).join(', ') })}
          </p>
        </>
      )}
    </section>
  );
}
