import { useTranslation } from 'react-i18next';
import { Pane } from '../../parts/pane.tsx';

export function PayPanel() {
  const { t } = useTranslation();
  return (
    <Pane id="pay" title={t('panes.pay')}>
      {null}
    </Pane>
  );
}
