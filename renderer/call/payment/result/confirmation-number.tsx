import { useTranslation } from 'react-i18next';
import { spellOut } from '#shared/payments/spelling.ts';
import { useSpoken } from '../../../parts/use-spoken.ts';
import classes from './confirmation-number.module.css';
import result from './result.module.css';

/** The confirmation number as large as the balance, each group over the words that spell it. */
export function ConfirmationNumber({ confirmation }: { confirmation: string }) {
  const { t } = useTranslation('payment');
  const { language } = useSpoken();
  const spelled = spellOut(confirmation, language);
  return (
    <div className={result.part}>
      <h4 className={result.label}>{t('confirmation')}</h4>
      <p className={classes.number}>{confirmation}</p>
      <ol className={classes.groups} aria-label={t('spelled')} lang={language}>
        {spelled.map(group => (
          <li key={group.join(' ')}>{group.join('\n')}</li>
        ))}
      </ol>
    </div>
  );
}
