import { Button, Group } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '#shared/contract/verifications.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { type Step, stepKeys } from '../steps/steps.ts';
import classes from './stopped.module.css';
import pane from './verify-pane.module.css';

/** Nothing may be said: why, and what can be done now. The words to say stand at the left. */
export function Stopped({
  verification,
  onAgain,
  onOpen,
}: {
  verification: Verification | null;
  onAgain: () => void;
  onOpen: (step: Step) => void;
}) {
  const { t } = useTranslation('verify');
  const refusal = verification?.state === 'refused' ? verification.refusal : null;
  return (
    <section role="alert" className={classes.stopped}>
      <h3 className={pane.title}>
        <IconHandStop size={20} aria-hidden="true" className={classes.sign} />{' '}
        {t(refusal ? 'stopped.refused' : 'stopped.locked')}
      </h3>
      <p>{t(refusal ? `stopped.${refusal}` : 'stopped.lockedWhy')}</p>
      <Group mt="md" gap="xs">
        {refusal && (
          <Button data-focus-first rightSection={<Keycap name="Escape" />} onClick={onAgain}>
            {t('stopped.again')}
          </Button>
        )}
        <Button
          {...(refusal ? { variant: 'default' } : { 'data-focus-first': true })}
          rightSection={<Keycap name={stepKeys.wrapUp} />}
          onClick={() => onOpen('wrapUp')}
        >
          {t('stopped.wrapUp')}
        </Button>
        <Button
          variant="default"
          rightSection={<Keycap name={stepKeys.locate} />}
          onClick={() => onOpen('locate')}
        >
          {t('stopped.other')}
        </Button>
      </Group>
    </section>
  );
}
