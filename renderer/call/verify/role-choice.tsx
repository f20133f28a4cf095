import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CallerRole } from '#shared/verification/policy.ts';
import { useTakesFocus } from '../../parts/focus.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import classes from './role-choice.module.css';
import pane from './verify-pane.module.css';

const roles = CallerRole.options;

/** The caller's role, by its digit: it decides what may be asked and what may be heard. */
export function RoleChoice({ onChoose }: { onChoose: (role: CallerRole) => void }) {
  const { t } = useTranslation(['verify', 'common']);
  const first = useTakesFocus<HTMLButtonElement>();
  useKeys(
    Object.fromEntries(
      roles.map((role, index) => [
        String(index + 1),
        { does: t(`common:callerRoles.${role}`), run: () => onChoose(role) },
      ]),
    ),
  );
  return (
    <section aria-labelledby="who-calls">
      <h3 id="who-calls" className={pane.title}>
        {t('who')}
      </h3>
      <ul>
        {roles.map((role, index) => (
          <li key={role}>
            <UnstyledButton
              ref={index === 0 ? first : undefined}
              data-focus-first={index === 0 || undefined}
              className={classes.role}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => onChoose(role)}
            >
              <Keycap name={String(index + 1)} />
              <span className={classes.name}>{t(`common:callerRoles.${role}`)}</span>
              <span className={classes.about}>{t(`about.${role}`)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
