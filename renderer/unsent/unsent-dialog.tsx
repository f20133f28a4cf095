import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../desk/ask.ts';
import { closeOverlay } from '../frame/overlay-store.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { useKeys } from '../parts/keys.ts';
import { useOverlay } from '../parts/overlays.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import classes from './unsent-dialog.module.css';
import { UnsentPart } from './unsent-part.tsx';

/** Everything this desk still owes the backend; what was set aside stands apart, with what to do. */
export function UnsentDialog() {
  const { t } = useTranslation(['unsent', 'frame']);
  const close = () => closeOverlay();
  const { data, error } = useAsk('outbox.list', null);
  useOverlay(true);
  useKeys({ Escape: { does: t('frame:keys.close'), run: close } }, { alone: true });
  const items = data?.items ?? [];
  const aside = items.filter(each => each.setAsideAt !== null);
  const waiting = items.filter(each => each.setAsideAt === null);
  return (
    <Modal.Root size="46rem" opened onClose={close} closeOnEscape={false}>
      <Modal.Overlay />
      <Modal.Content className={classes.dialog}>
        <Modal.Body pt="md">
          <div className={classes.head}>
            <Modal.Title className={classes.title}>{t('title')}</Modal.Title>
            <Modal.CloseButton aria-label={t('frame:keys.close')} />
          </div>
          <RefusedNote refused={error} />
          {data && items.length === 0 && (
            <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
          )}
          {items.length > 0 && <p className={classes.intro}>{t('intro')}</p>}
          <UnsentPart title={t('aside')} hint={t('asideHint')} items={aside} />
          <UnsentPart title={t('waiting')} items={waiting} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
