import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Door } from './door.tsx';

/** Catches a fault of the page itself: a sentence instead of an empty window, and the way back. */
export class FaultGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <FaultPage /> : this.props.children;
  }
}

function FaultPage() {
  const { t } = useTranslation();
  return (
    <Door title={t('fault.title')}>
      <p role="alert">{t('fault.words')}</p>
      <Button autoFocus onClick={() => window.location.reload()}>
        {t('fault.reload')}
      </Button>
    </Door>
  );
}
