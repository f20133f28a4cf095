import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Authorisation, PlanAutopayEnd } from '#shared/authorisations/authorisation.ts';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { useAskTo } from '../../desk/ask.ts';
import { AskNote } from '../../parts/ask-note.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { LetterLines } from './letter-lines.tsx';
import { PaperActions } from './paper-actions.tsx';
import { RevokeForm } from './revoke-form.tsx';
import { runsOf } from './runs-of.ts';
import classes from './schedule.module.css';
import { useReadAgain } from './use-authorisations.ts';

/** Terms in a few words. */
function useTermsWords(today: CalendarDate) {
  const { t } = useTranslation('schedule');
  return ({ terms }: Authorisation): string => {
    if (terms.kind === 'autopay') return t('terms.autopay', { amount: showMoney(terms.capCents) });
    if (terms.kind === 'plan') return t('terms.plan', { runs: runsOf(terms, t) });
    const amount = showMoney(terms.amountCents);
    if (terms.kind === 'once') {
      return t('terms.once', { amount, date: sayDate('en', terms.payOn, today) });
    }
    const frequency = t(`each.${terms.frequency}`);
    return t('terms.series', { amount, frequency, date: sayDate('en', terms.firstOn, today) });
  };
}

/** One authorisation: what it takes, by which card or account, what comes next, and what can be done about it. */
export function AuthorisationItem({
  call,
  authorisation,
  today,
  timeZone,
  onChange,
}: {
  call: OpenCall;
  authorisation: Authorisation;
  today: CalendarDate;
  timeZone: string;
  onChange: () => void;
}) {
  const { t, i18n } = useTranslation('schedule');
  const [revoking, setRevoking] = useState(false);
  const skip = useAskTo('authorisations.skip');
  const readAgain = useReadAgain(call);
  const { authorisationId, state, method, next } = authorisation;
  const words = useTermsWords(today)(authorisation);
  const isActive = state === 'active';
  const ended = PlanAutopayEnd.safeParse(state === 'finished' ? authorisation.stateWhy : null);
  const date = (day: CalendarDate) => sayDate('en', day, today);
  return (
    <li className={classes.item} data-state={state}>
      <p className={classes.terms}>{words}</p>
      <p className={classes.aside}>
        {nameMethod(i18n, method)} · {t(`states.${state}`)}
      </p>
      {isActive && (
        <p className={classes.aside}>
          {next
            ? t('next', {
                amount: showMoney(next.amountCents),
                date: date(next.payOn),
                stopBy: date(next.stopBy),
              })
            : t('noNext')}
        </p>
      )}
      <LetterLines letters={authorisation.letters} today={today} />
      {isActive && authorisation.expiresFirst && (
        <AskNote sign={IconAlertTriangle}>{t('expires')}</AskNote>
      )}
      {ended.success && <p className={classes.aside}>{t(`ended.${ended.data}`)}</p>}
      {state === 'stopped' && (
        <AskNote sign={IconAlertTriangle}>{t(`stopped.${method.kind}`)}</AskNote>
      )}
      <RefusedNote refused={skip.error} />
      {isActive && !revoking && (
        <div className={classes.actions}>
          {authorisation.terms.kind !== 'plan' && (
            <Button size="compact-sm" variant="subtle" onClick={onChange}>
              {t('change')}
            </Button>
          )}
          {next && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={skip.isPending}
              onClick={() =>
                skip.mutate(
                  { authorisationId, occurrence: next.occurrence },
                  { onSuccess: readAgain },
                )
              }
            >
              {t('skip')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => setRevoking(true)}>
            {t('revoke')}
          </Button>
        </div>
      )}
      {isActive && revoking && (
        <RevokeForm
          call={call}
          authorisationId={authorisationId}
          onKeep={() => setRevoking(false)}
        />
      )}
      <PaperActions call={call} authorisation={authorisation} today={today} timeZone={timeZone} />
    </li>
  );
}
