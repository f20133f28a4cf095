import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Verification } from '#shared/contract/verifications.ts';
import { FACTORS_NEEDED, Factor, factorsProven } from '#shared/verification/policy.ts';
import { FactorRow } from './factor-row.tsx';
import classes from './factors.module.css';
import pane from './verify-pane.module.css';

/** The factors on record, asked in any order; two must match before the tries are used up. */
export function Factors({
  verification,
  onAgain,
}: {
  verification: Verification;
  onAgain: () => void;
}) {
  const { t } = useTranslation(['verify', 'common']);
  const { askable, matched, failed, attemptsLeft } = verification;
  const [next] = askable;
  const known = Factor.options.filter(factor =>
    [...askable, ...matched, ...failed].includes(factor),
  );
  return (
    <section aria-labelledby="factors">
      <h3 id="factors" className={pane.title}>
        {t('factorsTitle')}
      </h3>
      <p className={classes.standing} role="status">
        <span>{t('proven', { count: factorsProven(matched), needed: FACTORS_NEEDED })}</span>
        <span data-asks={failed.length > 0 || undefined} className={classes.tries}>
          {t('triesLeft', { count: attemptsLeft })}
        </span>
      </p>
      <ul>
        {known.map(factor => (
          <FactorRow
            key={factor}
            factor={factor}
            isNext={factor === next}
            answered={
              matched.includes(factor) ? 'match' : failed.includes(factor) ? 'noMatch' : undefined
            }
          />
        ))}
      </ul>
      <p className={classes.hint}>{t('address')}</p>
      <Button variant="subtle" size="compact-sm" ml="-0.5rem" onClick={onAgain}>
        {t('back')}
      </Button>
    </section>
  );
}
