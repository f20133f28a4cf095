import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Field } from '../parts/field.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import classes from './form.module.css';
import type { SignIn } from './use-sign-in.ts';

export function SignInForm({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('signIn');
  return (
    <form
      className={classes.form}
      onSubmit={event => {
        event.preventDefault();
        signIn.submit();
      }}
    >
      <Field
        label={t('userId')}
        value={signIn.userId}
        onChange={event => signIn.setUserId(event.currentTarget.value)}
        error={signIn.missing.userId}
        autoFocus
      />
      <PasswordField
        ref={signIn.passwordBox}
        label={t('password')}
        value={signIn.password}
        onChange={event => signIn.setPassword(event.currentTarget.value)}
        error={signIn.missing.password}
      />
      <RefusedNote refused={signIn.refused} />
      <Button type="submit" loading={signIn.busy} fullWidth>
        {t('submit')}
      </Button>
    </form>
  );
}
