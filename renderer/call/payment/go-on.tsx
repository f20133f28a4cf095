import { Button, type ButtonProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import classes from './take-payment.module.css';

const NEXT_KEY = 'Ctrl+T';
const ACCOUNT_KEY = 'Ctrl+B';

function closedBy(away: boolean) {
  return { 'aria-disabled': away, ...(away && { 'data-disabled': true }) };
}

const wide = (name: string): ButtonProps => ({
  fullWidth: true,
  className: classes.goOn ?? '',
  rightSection: <Keycap name={name} />,
});

/** One step on, to the words that are read back: what is charged has been captured. */
export function GoOn({ away, onKey }: { away: boolean; onKey: () => void }) {
  const { t } = useTranslation('payment');
  useKeys({ [NEXT_KEY]: { does: t('readBack'), run: onKey } });
  return (
    <Button type="submit" {...wide(NEXT_KEY)} {...closedBy(away)} aria-keyshortcuts="Control+T">
      {t('readBack')}
    </Button>
  );
}

/** By which method: each has a key that opens its entry at once. Enter in the amount takes a card. */
export function MethodChoice({
  away,
  choose,
}: {
  away: boolean;
  choose: (method: 'card' | 'ach') => void;
}) {
  const { t } = useTranslation('payment');
  useKeys({
    [NEXT_KEY]: { does: t('takeCard'), run: () => choose('card') },
    [ACCOUNT_KEY]: { does: t('takeAccount'), run: () => choose('ach') },
  });
  return (
    <fieldset className={classes.methods}>
      <legend className={classes.legend}>{t('methodChoice')}</legend>
      <Button type="submit" {...wide(NEXT_KEY)} {...closedBy(away)} aria-keyshortcuts="Control+T">
        {t('takeCard')}
      </Button>
      <Button
        variant="default"
        {...wide(ACCOUNT_KEY)}
        {...closedBy(away)}
        aria-keyshortcuts="Control+B"
        onClick={() => choose('ach')}
      >
        {t('takeAccount')}
      </Button>
      <p className={classes.hint}>{t('takeHint')}</p>
    </fieldset>
  );
}
