import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './documents.module.css';

/** Why another document is asked for, or why none is needed. */
export function WhyForm({
  onGiven,
  onLeave,
}: {
  onGiven: (state: 'refused' | 'waived', why: string) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('documents');
  const reason = useReason();
  const give = (state: 'refused' | 'waived') => {
    const why = reason.give();
    if (why !== undefined) onGiven(state, why);
  };
  return (
    <div className={classes.form}>
      <ReasonBox autoFocus reason={reason} label={t('whyKind')} hint={t('whyKindHint')} />
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => give('refused')}>
          {t('refuseKind')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => give('waived')}>
          {t('waive')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onLeave}>
          {t('cancel')}
        </Button>
      </Group>
    </div>
  );
}
