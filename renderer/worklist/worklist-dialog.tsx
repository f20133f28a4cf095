import { Modal } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '#shared/calendar/dates.ts';
import { closeOverlay } from '../frame/overlay-store.ts';
import { AskNote } from '../parts/ask-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { useKeys } from '../parts/keys.ts';
import { useOverlay } from '../parts/overlays.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import { showClock } from '../parts/show-time.ts';
import { useWorklist } from './use-worklist.ts';
import classes from './worklist.module.css';
import { WorklistItem } from './worklist-item.tsx';

/** What came back from banks and somebody has to call about, the most urgent first. */
export function WorklistDialog() {
  const { t } = useTranslation(['worklist', 'frame']);
  const close = () => closeOverlay();
  const { data, error, dataUpdatedAt } = useWorklist();
  const time = showClock(instantOf(dataUpdatedAt));
  useOverlay(true);
  useKeys({ Escape: { does: t('frame:keys.close'), run: close } }, { alone: true });
  const items = data?.followUps ?? [];
  return (
    <Modal.Root size="64rem" opened onClose={close} closeOnEscape={false}>
      <Modal.Overlay />
      <Modal.Content className={classes.dialog}>
        <Modal.Body pt="md">
          <div className={classes.head}>
            <Modal.Title className={classes.title}>{t('title')}</Modal.Title>
            <Modal.CloseButton aria-label={t('frame:keys.close')} />
          </div>
          {error && data && <AskNote sign={IconCloudOff}>{t('away', { time })}</AskNote>}
          {error && !data && <RefusedNote refused={error} />}
          <Busy busy={!data && !error} does={t('reading')} />
          {data && items.length === 0 && (
            <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
          )}
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
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
