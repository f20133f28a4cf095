import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/ask.ts';
import { useLastsLong } from '../../parts/busy.tsx';
import classes from './documents.module.css';

/** How far the document has come that is being sent; nothing while the person still chooses one. */
export function DocumentOnItsWay() {
  const { t } = useTranslation('documents');
  const { data } = useAsk('documents.progress', null);
  const lasts = useLastsLong(Boolean(data));
  if (!data || !lasts) return null;
  const percent = Math.floor((data.sentBytes / data.sizeBytes) * 100);
  return (
    <div className={classes.onItsWay}>
      <p>{t('sending', { kind: t(`kinds.${data.kind}`), percent })}</p>
      <Progress value={percent} aria-label={t('progress')} />
    </div>
  );
}
