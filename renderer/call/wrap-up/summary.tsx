import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/ask.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './wrap-up-pane.module.css';

/** The summary as it would be kept now; it follows the call by itself. */
export function Summary() {
  const { t } = useTranslation('wrapUp');
  const { data, error } = useAsk('call.summary', null);
  return (
    <section aria-labelledby="call-summary">
      <h3 id="call-summary" className={classes.title}>
        {t('summary')}
      </h3>
      {error ? <RefusedNote refused={error} /> : <p className={classes.summary}>{data?.summary}</p>}
    </section>
  );
}
