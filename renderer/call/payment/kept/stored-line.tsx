import { Button } from '@mantine/core';
import { IconBuildingBank, IconCreditCard } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { canPay, type StoredMethod } from '#shared/stored/stored-method.ts';
import classes from './kept.module.css';
import { RemoveMethod } from './remove-method.tsx';
import { useStandingWords } from './standing-words.ts';

/** A card or account that is kept: what it is, whether it can pay, and what can be done with it. */
export function StoredLine({
  call,
  stored,
  away,
  onUse,
  children,
}: {
  call: OpenCall;
  stored: StoredMethod;
  away: boolean;
  onUse: () => void;
  /** The words to read for it, where it is the one that is offered. */
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation('payment');
  const [removing, setRemoving] = useState(false);
  const standing = useStandingWords()(stored);
  const { method, methodId, usedBy } = stored;
  const name = nameMethod(i18n, method);
  const Sign = method.kind === 'card' ? IconCreditCard : IconBuildingBank;
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <Sign size={20} aria-hidden="true" />
        <div className={classes.facts}>
          <p className={classes.name}>
            {method.kind === 'card'
              ? name
              : t(`accountEnding.${method.accountKind}`, { last4: method.last4 })}
          </p>
          <p className={classes.aside} data-standing={stored.standing}>
            {standing}
          </p>
          {usedBy > 0 && <p className={classes.aside}>{t('kept.usedBy')}</p>}
        </div>
        {!removing && (
          <div className={classes.actions}>
            {canPay(stored) && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('kept.useThis', { method: name })}
                aria-disabled={away}
                {...(away && { 'data-disabled': true })}
                onClick={onUse}
              >
                {t('kept.use')}
              </Button>
            )}
            {usedBy === 0 && !away && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('kept.removeThis', { method: name })}
                onClick={() => setRemoving(true)}
              >
                {t('kept.remove')}
              </Button>
            )}
          </div>
        )}
      </div>
      {removing ? (
        <RemoveMethod
          call={call}
          methodId={methodId}
          name={name}
          onKeep={() => setRemoving(false)}
        />
      ) : (
        children
      )}
    </li>
  );
}
