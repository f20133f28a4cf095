import { useTranslation } from 'react-i18next';
import type { DeskState } from '#shared/desk/state.ts';
import { useSandboxDate } from '../desk/use-sandbox-date.ts';
import { Door } from '../parts/door.tsx';
import classes from './form.module.css';
import { SandboxAccounts } from './sandbox-accounts.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useSignIn } from './use-sign-in.ts';

/** Before anybody is signed in. In the sandbox the page says so and names the accounts. */
export function SignInPage({ desk }: { desk: DeskState }) {
  const { t } = useTranslation(['signIn', 'common']);
  const signIn = useSignIn();
  const date = useSandboxDate();
  const note = date ? t('common:sandboxOn', { date }) : t('common:sandbox');
  return (
    <Door title={t('title')} note={desk.sandbox ? note : undefined}>
      <SignInForm signIn={signIn} />
      <p
        role="status"
        className={classes.backend}
        data-asks={(desk.backend !== 'reachable' && desk.backend !== 'connecting') || undefined}
      >
        {t(`backend.${desk.backend}`)}
      </p>
      {desk.sandbox && <SandboxAccounts onChoose={signIn.choose} />}
    </Door>
  );
}
