import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { Keycap } from '../parts/keycap.tsx';
import type { LiveKey } from '../parts/keys.ts';
import classes from './help-dialog.module.css';
import { closeOverlay } from './overlay-store.ts';

/** All keys that work where help was asked for. */
export function HelpDialog({ keys }: { keys: readonly LiveKey[] }) {
  const { t } = useTranslation('frame');
  return (
    <Dialog
      size="46rem"
      title={t('keys.title')}
      closes={t('keys.close')}
      onClose={() => closeOverlay()}
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
    </Dialog>
  );
}
