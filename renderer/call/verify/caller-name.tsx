import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../parts/field.tsx';
import type { Verify } from './use-verify.ts';
import classes from './verify-pane.module.css';

/** The name a third party gives. */
export function CallerName({ verify }: { verify: Verify }) {
  const { t } = useTranslation(['verify', 'common']);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const { naming } = verify;
  if (!naming) return null;
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        setMissing(name.trim() === '');
        if (name.trim()) verify.giveName(name.trim());
      }}
    >
      <h3 className={classes.title}>{t(`common:callerRoles.${naming}`)}</h3>
      <Field
        autoFocus
        data-focus-first
        maw="26rem"
        label={t('name')}
        description={t(naming === 'guest_payer' ? 'guestNameHint' : 'nameHint')}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        error={missing && t('noName')}
        maxLength={120}
      />
      <Group mt="xs" gap="xs">
        <Button type="submit" loading={verify.busy}>
          {t('begin')}
        </Button>
        <Button variant="subtle" onClick={verify.chooseAgain}>
          {t('back')}
        </Button>
      </Group>
    </form>
  );
}
