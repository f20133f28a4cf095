import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './sandbox-accounts.module.css';

/** The accounts that every sandbox backend is seeded with; they open nothing real. */
const accounts = [
  { userId: 'r.ames', role: 'representative' },
  { userId: 'c.okafor', role: 'counselor' },
  { userId: 'm.delgado', role: 'counselor' },
  { userId: 's.lindqvist', role: 'supervisor' },
] as const;
const password = 'sandbox-only';

export function SandboxAccounts({
  onChoose,
}: {
  onChoose: (account: { userId: string; password: string }) => void;
}) {
  const { t } = useTranslation(['signIn', 'common']);
  return (
    <section aria-labelledby="sandbox-accounts" className={classes.accounts}>
      <h2 id="sandbox-accounts" className={classes.title}>
        {t('sandbox.title')}
      </h2>
      <p className={classes.words}>{t('sandbox.intro')}</p>
      <p className={classes.words}>{t('sandbox.password', { password })}</p>
      <ul>
        {accounts.map(({ userId, role }) => (
          <li key={userId}>
            <UnstyledButton
              className={classes.account}
              aria-label={t('sandbox.use', { userId, role: t(`common:roles.${role}`) })}
              onClick={() => onChoose({ userId, password })}
            >
              <span className={classes.userId}>{userId}</span>
              <span className={classes.role}>{t(`common:roles.${role}`)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
