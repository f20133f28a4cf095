import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Override, UnknownOutcome } from '#shared/contract/exceptions.ts';
import { isOpen } from '#shared/payments/states.ts';
import { useMoment } from '../../parts/region-clock.tsx';
import classes from './outcome-detail.module.css';
import { OutcomeFacts } from './outcome-facts.tsx';
import { OverrideForm } from './override-form.tsx';

/** One payment whose outcome is open: what is known, what is done about it, and the override. */
export function OutcomeDetail({
  outcome,
  away,
  onOverridden,
}: {
  outcome: UnknownOutcome;
  away: boolean;
  onOverridden: () => void;
}) {
  const [given, setGiven] = useState<Override | null>(null);
  const override = outcome.override ?? given;
  return (
    <>
      <OutcomeFacts outcome={{ ...outcome, override }} />
      {override ? (
        <Overridden override={override} isOpen={isOpen(outcome.state)} />
      ) : (
        <OverrideForm
          outcome={outcome}
          away={away}
          onOverridden={done => {
            setGiven(done);
            onOverridden();
          }}
        />
      )}
    </>
  );
}

function Overridden({ override, isOpen: stillOpen }: { override: Override; isOpen: boolean }) {
  const showMoment = useMoment();
  const { t } = useTranslation('exceptions');
  return (
    <section className={classes.deciding} aria-labelledby="overridden-title">
      {stillOpen && (
        <div role="status" className={classes.done}>
          <IconCircleCheckFilled size={18} aria-hidden="true" className={classes.sign} />
          <div>
            <h4 id="overridden-title" className={classes.title}>
              {t('done')}
            </h4>
            <p>{t('doneWords')}</p>
          </div>
        </div>
      )}
      <p id={stillOpen ? undefined : 'overridden-title'} className={classes.by}>
        {t('doneBy', { name: override.byName, at: showMoment(override.at) })}
      </p>
      <blockquote className={classes.reason}>{override.reason}</blockquote>
    </section>
  );
}
