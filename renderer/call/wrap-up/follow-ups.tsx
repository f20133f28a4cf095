import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AddFollowUp } from './add-follow-up.tsx';
import type { WrapUp } from './use-wrap-up.ts';
import classes from './wrap-up-pane.module.css';

/** What somebody has to do after the call. */
export function FollowUps({ wrapUp }: { wrapUp: WrapUp }) {
  const { t } = useTranslation('wrapUp');
  const { followUps, setFollowUps } = wrapUp;
  return (
    <section aria-labelledby="follow-ups">
      <div className={classes.head}>
        <h3 id="follow-ups" className={classes.title}>
          {t('followUps.title')}
        </h3>
        {followUps.length === 0 && <p className={classes.none}>{t('followUps.none')}</p>}
      </div>
      <ul>
        {followUps.map(each => (
          <li key={`${each.kind} ${each.note}`} className={classes.followUp}>
            <span>
              <strong>{t(`followUps.kinds.${each.kind}`)}</strong> {each.note}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('followUps.remove', { note: each.note })}
              onClick={() => setFollowUps(followUps.filter(other => other !== each))}
            >
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <AddFollowUp onAdd={followUp => setFollowUps([...followUps, followUp])} />
    </section>
  );
}
