import { Button } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { brandName } from '#shared/cards/brands.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import classes from './card-line.module.css';

type Card = NonNullable<OpenCall['card']>;

/** The captured card: brand and last four, which is all this page ever knows of it. */
export function CardLine({
  card,
  onChange,
  onTakeAnother,
}: {
  card: Card;
  onChange: () => void;
  onTakeAnother: () => void;
}) {
  const { t } = useTranslation('payment');
  const [year, month] = card.goodThrough.split('-');
  return (
    <section aria-label={t('method')} className={classes.card}>
      <IconCreditCard size={20} aria-hidden="true" />
      <div>
        <p className={classes.name}>
          {t('cardEnding', { brand: brandName[card.brand], last4: card.last4 })}
        </p>
        <p className={classes.through}>{t('goodThrough', { month: `${month}/${year}` })}</p>
      </div>
      <div className={classes.others}>
        <Button size="compact-sm" variant="subtle" onClick={onTakeAnother}>
          {t('takeAnother')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onChange}>
          {t('changeAmount')}
        </Button>
      </div>
    </section>
  );
}
