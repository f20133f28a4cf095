import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useReadAt } from '../desk/use-now.ts';
import { closeOverlay } from '../frame/overlay-store.ts';
import { AskNote } from '../parts/ask-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import { useWorklist } from './use-worklist.ts';
import classes from './worklist.module.css';
import { WorklistItem } from './worklist-item.tsx';

/** What came back from banks and somebody has to call about, the most urgent first. */
export function WorklistDialog() {
  const { t } = useTranslation(['worklist', 'frame']);
  const { data, error, dataUpdatedAt } = useWorklist();
  const time = useReadAt(dataUpdatedAt);
  const items = data?.followUps ?? [];
  return (
    <Dialog
      size="64rem"
      title={t('title')}
      closes={t('frame:keys.close')}
      onClose={() => closeOverlay()}
    >
      {error && data && <AskNote sign={IconCloudOff}>{t('away', { time })}</AskNote>}
      {error && !data && <RefusedNote refused={error} />}
      <Busy busy={!data && !error} does={t('reading')} />
      {data && items.length === 0 && <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>}
      {items.length > 0 && (
        <>
          <p className={classes.intro}>{t('intro')}</p>
          <ul aria-label={t('list')}>
            {items.map(item => (
              <WorklistItem key={item.id} item={item} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
