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
  useOverlay(true);
  useKeys({ Escape: { does: t('keys.close'), run: () => closeOverlay() } }, { alone: true });
  return (
    <Modal
      opened
      onClose={() => closeOverlay()}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('keys.close') }}
      closeOnEscape={false}
    >
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
    </Modal>
  );
}
