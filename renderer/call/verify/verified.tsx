import { Button } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '#shared/contract/verifications.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { type Step, stepKeys } from '../steps/steps.ts';
import classes from './verified.module.css';
import pane from './verify-pane.module.css';

/** Who was verified, by what, and what they may hear. */
export function Verified({
  verification,
  onOpen,
}: {
  verification: Verification;
  onOpen: (step: Step) => void;
}) {
  const { t } = useTranslation(['verify', 'common']);
  const { callerRole, callerName, matched, discloses } = verification;
  const isGuest = discloses === 'amount_only';
  const next = isGuest ? 'pay' : 'balance';
  const facts = [
    [t('verified.role'), t(`common:callerRoles.${callerRole}`)],
    [t('verified.name'), callerName],
    [t('verified.matched'), matched.map(factor => t(`factors.${factor}`)).join(', ')],
    [t('verified.hears'), t(`common:discloses.${discloses}`)],
  ] as const;
  return (
    <section aria-labelledby="verified">
      <h3 id="verified" className={pane.title}>
        <IconCircleCheckFilled size={18} aria-hidden="true" className={classes.sign} />{' '}
        {t(isGuest ? 'verified.guest' : 'verified.title')}
      </h3>
      <dl className={classes.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className={classes.fact}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <Button
        data-focus-first
        rightSection={<Keycap name={stepKeys[next]} />}
        onClick={() => onOpen(next)}
      >
        {t(isGuest ? 'verified.nextGuest' : 'verified.next')}
      </Button>
    </section>
  );
}
