import { useTranslation } from 'react-i18next';
import { wireReferenceGroups } from '#shared/wires/reference.ts';
import { spelledReference } from '#shared/wires/words.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import spelling from '../payment/result/confirmation-number.module.css';
import result from '../payment/result/result.module.css';
import classes from './kept-result.module.css';

/** The reference in groups, each with the words that spell it. */
export function WireReference({ reference }: { reference: string }) {
  const { t } = useTranslation('kept');
  const { language } = useSpoken();
  return (
    <div className={result.part}>
      <h4 className={result.label}>{t('reference')}</h4>
      <p className={classes.reference}>{wireReferenceGroups(reference).join(' ')}</p>
      <ol className={spelling.groups} aria-label={t('spelled')} lang={language}>
        {spelledReference(reference, language).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups can be alike, and none ever moves
          <li key={index}>{group.join('\n')}</li>
        ))}
      </ol>
    </div>
  );
}
