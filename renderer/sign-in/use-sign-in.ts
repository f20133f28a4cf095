import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAskTo } from '../desk/ask.ts';

/** The state of the sign-in form: what is typed, what is missing, what was refused. */
export function useSignIn() {
  const { t } = useTranslation('signIn');
  const asked = useAskTo('session.signIn');
  const [userId, setUserId] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<{ userId?: string; password?: string }>({});
  const passwordBox = useRef<HTMLInputElement>(null);

  function submit() {
    const faults = {
      ...(userId.trim() === '' && { userId: t('noUser') }),
      ...(password === '' && { password: t('noPassword') }),
    };
    setMissing(faults);
    if (Object.keys(faults).length > 0) return;
    asked.mutate(
      { userId: userId.trim(), password },
      {
        onError: () => {
          setPassword('');
          passwordBox.current?.focus();
        },
      },
    );
  }

  return {
    userId,
    password,
    setUserId,
    setPassword,
    missing,
    passwordBox,
    submit,
    refused: asked.error,
    busy: asked.isPending,
    /** Fills both boxes with an account of the sandbox; Enter signs in. */
    choose: (account: { userId: string; password: string }) => {
      setUserId(account.userId);
      setPassword(account.password);
      setMissing({});
      passwordBox.current?.focus();
    },
  };
}

export type SignIn = ReturnType<typeof useSignIn>;
