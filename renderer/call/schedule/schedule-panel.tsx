import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useKept } from '../../desk/kept.ts';
import { useAway } from '../../desk/use-away.ts';
import { announce } from '../../parts/announce.tsx';
import { focusPane } from '../../parts/focus.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { type KnownBalance, useBalance } from '../balance/use-balance.ts';
import { useRegionToday } from '../kept/use-region-today.ts';
import { CapturePlace } from '../payment/capture/capture-place.tsx';
import { AuthorisationItem } from './authorisation-item.tsx';
import { formOf } from './form-of.ts';
import classes from './schedule.module.css';
import { ScheduleAway } from './schedule-away.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { useAuthorisations } from './use-authorisations.ts';
import { useScheduleForm } from './use-schedule-form.ts';
import { useTaken } from './use-taken.ts';

/** Payments to come: what is set up so far, and the form that sets up another. */
export function SchedulePanel({ call }: { call: OpenCall }) {
  const known = useBalance();
  useEffect(() => focusPane('pay'), []);
  return known ? <Known call={call} known={known} /> : <ScheduleAway />;
}

function Known({ call, known }: { call: OpenCall; known: KnownBalance }) {
  const { t, i18n } = useTranslation('schedule');
  const [form, change, clear] = useScheduleForm(call.callId);
  const [isOpen, setOpen] = useKept(`${call.callId}:schedule:open`, true);
  const [capturing, setCapturing] = useState(call.recording === 'paused');
  const [taken, setTaken] = useTaken(call.callId);
  const [fresh, setFresh] = useState(false);
  const { data, error } = useAuthorisations(call);
  const away = useAway();
  const { timeZone } = useRegionToday(call);
  const authorisations = data?.authorisations ?? [];
  const changed = authorisations.find(each => each.authorisationId === form.authorisationId);

  function captured() {
    setCapturing(false);
    setFresh(true);
  }

  if (capturing) return <CapturePlace call={call} method={taken} onDone={captured} />;
  return (
    <>
      {away && <ScheduleAway />}
      {!away && <RefusedNote refused={error} />}
      {isOpen ? (
        <>
          {form.changing && changed && (
            <p className={classes.aside}>
              {t('changing', { method: nameMethod(i18n, changed.method) })}
            </p>
          )}
          <ScheduleForm
            call={call}
            known={known}
            authorisations={authorisations}
            form={form}
            fresh={fresh}
            change={change}
            onTake={paidBy => {
              change({ methodId: null });
              setTaken(paidBy);
              setCapturing(true);
            }}
            onDone={() => {
              announce(t('done'));
              clear();
              setOpen(false);
            }}
          />
          {form.changing && (
            <Button size="compact-sm" variant="subtle" onClick={clear}>
              {t('keepAsIs')}
            </Button>
          )}
        </>
      ) : (
        <Button fullWidth variant="default" data-focus-first onClick={() => setOpen(true)}>
          {t('another')}
        </Button>
      )}
      <section aria-labelledby="set-up-so-far" className={classes.list}>
        <h3 id="set-up-so-far" className={classes.title}>
          {t('list')}
        </h3>
        {data && authorisations.length === 0 && <p className={classes.aside}>{t('none')}</p>}
        <ul className={classes.items}>
          {authorisations.map(each => (
            <AuthorisationItem
              key={each.authorisationId}
              call={call}
              authorisation={each}
              today={known.today}
              timeZone={timeZone}
              onChange={() => {
                change(formOf(each));
                setOpen(true);
                focusPane('pay');
              }}
            />
          ))}
        </ul>
      </section>
    </>
  );
}
