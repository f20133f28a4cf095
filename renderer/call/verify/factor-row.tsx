import { IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Factor } from '#shared/verification/policy.ts';
import { FactorForm } from './factor-form.tsx';
import classes from './factors.module.css';

/** One factor: a box until it is asked, then whether it matched; never what is on record. */
export function FactorRow({
  factor,
  isNext,
  answered,
}: {
  factor: Factor;
  isNext: boolean;
  answered: 'match' | 'noMatch' | undefined;
}) {
  const { t } = useTranslation('verify');
  const Sign = answered === 'match' ? IconCircleCheckFilled : IconCircleXFilled;
  return (
    <li className={classes.row}>
      <span id={`factor-${factor}`} className={classes.label}>
        {t(`factors.${factor}`)}
      </span>
      {answered ? (
        <span className={classes.answer} data-answer={answered}>
          <Sign size={18} aria-hidden="true" />
          {t(answered)}
        </span>
      ) : (
        <FactorForm factor={factor} isNext={isNext} />
      )}
    </li>
  );
}
