import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskUser } from '#shared/contract/session.ts';
import { useAskTo } from '../desk/ask.ts';
import { Door } from '../parts/door.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import classes from '../sign-in/form.module.css';

/** A locked desk shows who locked it and nothing of the call. */
export function LockPage({ user }: { user: DeskUser }) {
  const { t } = useTranslation('signIn');
  const unlock = useAskTo('session.unlock');
  const signOut = useAskTo('session.signOut');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);

  function submit() {
    setMissing(password === '');
    if (password === '') return;
    unlock.mutate({ password });
    setPassword('');
  }

  return (
    <Door title={t('locked.title')}>
      <p>
        {t('locked.by', { name: user.name })} {t('locked.kept')}
      </p>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault();
          submit();
        }}
      >
        <PasswordField
          label={t('locked.password', { name: user.name })}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          error={missing && t('noPassword')}
          autoFocus
        />
        <RefusedNote refused={unlock.error ?? signOut.error} />
        <Button type="submit" loading={unlock.isPending}>
          {t('locked.submit')}
        </Button>
      </form>
      <p className={classes.other}>
        {t('locked.somebodyElse')}{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => signOut.mutate(null)}>
          {t('locked.signOut')}
        </Button>
      </p>
    </Door>
  );
}
