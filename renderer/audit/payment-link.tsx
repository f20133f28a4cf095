import { Button, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentLink } from '#shared/search/payment-link.ts';
import { announce } from '../parts/announce.tsx';
import { useKeys } from '../parts/keys.ts';
import classes from './payment-pane.module.css';

/** A link that opens the payment on another desk. The page may ask for no permission, so it is copied out of its box. */
export function PaymentLink({ paymentKey }: { paymentKey: string }) {
  const { t } = useTranslation('paymentPage');
  const box = useRef<HTMLInputElement>(null);
  function copy() {
    const focused = document.activeElement;
    box.current?.select();
    document.execCommand('copy');
    if (focused instanceof HTMLElement) focused.focus();
    announce(t('linkCopied'));
  }
  useKeys({ 'Alt+L': { does: t('link'), run: copy, shown: 'help' } });
  return (
    <div className={classes.link}>
      <TextInput
        ref={box}
        size="xs"
        readOnly
        aria-label={t('linkBox')}
        value={paymentLink(paymentKey)}
        className={classes.box}
      />
      <Button size="compact-sm" variant="default" title={t('linkCopied')} onClick={copy}>
        {t('link')}
      </Button>
    </div>
  );
}
