import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../parts/keycap.tsx';
import { type LiveKey, useKeys } from '../parts/keys.ts';
import { useOverlay } from '../parts/overlays.ts';
import classes from './help-dialog.module.css';
import { closeOverlay } from './overlay-store.ts';

/** All keys that work where help was asked for. */
export function HelpDialog({ keys }: { keys: readonly LiveKey[] }) {
  const { t } = useTranslation('frame');
  const close = () => closeOverlay();
  useOverlay(true);
  useKeys({ Escape: { does: t('keys.close'), run: close } }, { alone: true });
  // Put together from its parts: the ready-made one has a header, which is a second banner on the page.
  return (
    <Modal.Root size="46rem" opened onClose={close} closeOnEscape={false}>
      <Modal.Overlay />
      <Modal.Content className={classes.dialog}>
        <Modal.Body pt="md">
          <div className={classes.head}>
            <Modal.Title className={classes.title}>{t('keys.title')}</Modal.Title>
            <Modal.CloseButton aria-label={t('keys.close')} />
          </div>
          <dl className={classes.keys}>
            {keys.map(({ key, does }) => (
              <div key={key} className={classes.row}>
                <dt>{does}</dt>
                <dd>
                  <Keycap name={key} spoken />
                </dd>
              </div>
            ))}
          </dl>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
