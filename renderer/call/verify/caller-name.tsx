import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HolderName } from '#shared/ach/tel-authorisation.ts';
import { Field } from '../../parts/field.tsx';
import type { Verify } from './use-verify.ts';
import classes from './verify-pane.module.css';

/** What is wrong with a name; that of a guest must do for a debit of their account, too. */
function faultOf(name: string, naming: Verify['naming']): 'noName' | 'notAName' | undefined {
  if (name.trim() === '') return 'noName';
  return naming === 'guest_payer' && !HolderName.safeParse(name).success ? 'notAName' : undefined;
}

/** The name a third party gives. */
export function CallerName({ verify }: { verify: Verify }) {
  const { t } = useTranslation(['verify', 'common']);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>();
  const { naming } = verify;
  if (!naming) return null;
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        const found = faultOf(name, naming);
        setFault(found);
        if (!found) verify.giveName(name.trim());
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
        error={fault && t(fault)}
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
