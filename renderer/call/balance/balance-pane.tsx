import { useTranslation } from 'react-i18next';
import { Pane } from '../../parts/pane.tsx';

export function BalancePane() {
  const { t } = useTranslation();
  return (
    <Pane id="balance" title={t('panes.balance')}>
      {null}
    </Pane>
  );
}
