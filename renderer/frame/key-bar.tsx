import { useTranslation } from 'react-i18next';
import type { DeskState } from '#shared/desk/state.ts';
import { Keycap } from '../parts/keycap.tsx';
import { useLiveKeys } from '../parts/keys.ts';
import { CopyStanding } from './copy-standing.tsx';
import classes from './key-bar.module.css';

/** The keys that work now, and what the desk itself has to say. */
export function KeyBar({ desk }: { desk: DeskState }) {
  const { t } = useTranslation('frame');
  const keys = useLiveKeys().filter(each => each.shown !== 'help');
  return (
    <footer className={classes.bar}>
      <ul className={classes.keys} aria-label={t('keys.bar')}>
        {keys.map(({ key, does }) => (
          <li key={key} className={classes.key}>
            <Keycap name={key} spoken /> {does}
          </li>
        ))}
      </ul>
      <div className={classes.desk}>
        {desk.cacheRebuilt && <p className={classes.words}>{t('cacheRebuilt')}</p>}
        <CopyStanding sync={desk.sync} />
        <p>{t('version', { version: desk.version })}</p>
      </div>
    </footer>
  );
}
