import { useTranslation } from 'react-i18next';
import { useDeskState } from '../../desk/use-desk-state.ts';
import classes from './start-page.module.css';

/** What the desk still owes or cannot do, in sentences: the bar above has room for a word only. */
export function DeskOwes() {
  const { t } = useTranslation('call');
  const desk = useDeskState();
  if (!desk) return null;
  const { openAttempts, unsent, backend } = desk;
  const says = [
    backend === 'unreachable' ? t('start.unreachable') : '',
    openAttempts > 0 ? t('start.openAttempts', { count: openAttempts }) : '',
    unsent.count > 0 ? t('start.unsent', { count: unsent.count }) : '',
  ].filter(Boolean);
  if (says.length === 0) return null;
  return (
    <div role="status" className={classes.owes}>
      {says.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
