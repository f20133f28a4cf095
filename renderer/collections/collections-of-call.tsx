import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import lines from '../call/balance/lines.module.css';
import { Part } from '../call/balance/part.tsx';
import { SpokenText } from '../parts/spoken-words.tsx';
import { useSpoken } from '../parts/use-spoken.ts';
import { sayCollections } from './say-collections.ts';
import classes from './timeline.module.css';
import { Timeline } from './timeline.tsx';
import { useCollections } from './use-collections.ts';

/** The way of each account of the caller towards collections, behind a button, with words to read out. */
export function CollectionsOfCall() {
  const { t, i18n } = useTranslation('collections');
  const { language } = useSpoken();
  const [isOpen, setOpen] = useState(false);
  const { data } = useCollections();
  if (!data || data.accounts.length === 0) return null;
  const { accounts, today } = data;
  return (
    <Part
      title={t('title')}
      aside={
        <div className={lines.more}>
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'hide' : 'show')}
          </button>
        </div>
      }
    >
      {isOpen &&
        accounts.map(timeline => (
          <div key={timeline.accountId}>
            <div className={classes.said}>
              <SpokenText>{sayCollections(i18n, language, timeline, today)}</SpokenText>
            </div>
            <Timeline timeline={timeline} today={today} />
          </div>
        ))}
    </Part>
  );
}
