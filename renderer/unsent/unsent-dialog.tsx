import { useTranslation } from 'react-i18next';
import { useAsk } from '../desk/ask.ts';
import { closeOverlay } from '../frame/overlay-store.ts';
import { Dialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import classes from './unsent-dialog.module.css';
import { UnsentPart } from './unsent-part.tsx';

/** Everything this desk still owes the backend; what was set aside stands apart, with what to do. */
export function UnsentDialog() {
  const { t } = useTranslation(['unsent', 'frame']);
  const { data, error } = useAsk('outbox.list', null);
  const items = data?.items ?? [];
  const aside = items.filter(each => each.setAsideAt !== null);
  const waiting = items.filter(each => each.setAsideAt === null);
  return (
    <Dialog
      size="46rem"
      title={t('title')}
      closes={t('frame:keys.close')}
      onClose={() => closeOverlay()}
    >
      <RefusedNote refused={error} />
      {data && items.length === 0 && <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>}
      {items.length > 0 && <p className={classes.intro}>{t('intro')}</p>}
      <UnsentPart title={t('aside')} hint={t('asideHint')} items={aside} />
      <UnsentPart title={t('waiting')} items={waiting} />
    </Dialog>
  );
}
