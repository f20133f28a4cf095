import { Button } from '@mantine/core';
import { IconBuildingBank, IconCreditCard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { brandName } from '#shared/cards/brands.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import classes from './captured-line.module.css';

/** The card or bank account, captured or kept: brand or bank and the ending, which is all this page ever knows of it. */
export function CapturedLine({
  call: { card, bankAccount, storedMethodId },
  onChange,
  onTakeAnother,
}: {
  call: Pick<OpenCall, 'card' | 'bankAccount' | 'storedMethodId'>;
  onChange: () => void;
  onTakeAnother: () => void;
}) {
  const { t } = useTranslation('payment');
  const [year, month] = card?.goodThrough.split('-') ?? [];
  const name = card
    ? t('cardEnding', { brand: brandName[card.brand], last4: card.last4 })
    : bankAccount && t(`accountEnding.${bankAccount.accountKind}`, { last4: bankAccount.last4 });
  const beside = card ? t('goodThrough', { month: `${month}/${year}` }) : bankAccount?.bankName;
  const Sign = card ? IconCreditCard : IconBuildingBank;
  return (
    <section aria-label={t('method')} className={classes.captured}>
      <Sign size={20} aria-hidden="true" />
      <div>
        <p className={classes.name}>{name}</p>
        <p className={classes.through}>
          {storedMethodId ? [t('kept.chosen'), beside].join(' · ') : beside}
        </p>
      </div>
      <div className={classes.others}>
        <Button size="compact-sm" variant="subtle" onClick={onTakeAnother}>
          {t(card ? 'takeAnother' : 'takeAnotherAccount')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onChange}>
          {t('changeAmount')}
        </Button>
      </div>
    </section>
  );
}
