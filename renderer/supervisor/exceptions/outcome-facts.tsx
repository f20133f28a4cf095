import { useTranslation } from 'react-i18next';
import type { UnknownOutcome } from '#shared/contract/exceptions.ts';
import { isOpen } from '#shared/payments/states.ts';
import { useMoment } from '../../parts/region-clock.tsx';
import { knownAs } from './known-as.ts';
import classes from './outcome-detail.module.css';

/** What is known of a payment whose outcome is not, or was not. */
export function OutcomeFacts({ outcome }: { outcome: UnknownOutcome }) {
  const { t } = useTranslation(['exceptions', 'balance']);
  const showMoment = useMoment();
  const { state, stateAt } = outcome;
  const at = showMoment(stateAt);
  const facts: [string, string][] = [
    [
      t('taken'),
      t('takenValue', {
        at: showMoment(outcome.takenAt),
        name: outcome.takenByName,
        workstation: outcome.workstationId.slice(0, 8),
      }),
    ],
    [
      t('outcome'),
      isOpen(state)
        ? t('outcomeOpen', { at, count: outcome.askedInVain })
        : t('outcomeKnown', { state: t(`balance:states.${state}`), at }),
    ],
  ];
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.part}>
        <h4 className={classes.label}>{t(isOpen(state) ? 'doing' : 'came')}</h4>
        <p>
          {isOpen(state)
            ? t(outcome.override ? 'doingOverridden' : 'doingWords')
            : t(`became.${knownAs(state)}`, { state: t(`balance:states.${state}`) })}
        </p>
      </div>
    </>
  );
}
