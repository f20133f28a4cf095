import { useTranslation } from 'react-i18next';
import { SpokenWords } from '../../parts/spoken-words.tsx';
import result from '../payment/result/result.module.css';

/** Words that tell the caller what was noted, or where to send something. */
export function SayToCaller({ children }: { children: string }) {
  const { t } = useTranslation('kept');
  return (
    <div className={result.part}>
      <h4 className={result.label}>{t('say')}</h4>
      <SpokenWords>{children}</SpokenWords>
    </div>
  );
}
