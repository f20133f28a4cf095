import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { CardMethod } from '#shared/billing/payment-method.ts';
import type { Cents } from '#shared/money/cents.ts';
import { permissionValues } from '#shared/payments/words.ts';
import { Keycap } from '../../../parts/keycap.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { SAID_KEY, SpokenText } from '../../../parts/spoken-words.tsx';
import { useSpoken } from '../../../parts/use-spoken.ts';
import acknowledge from '../acknowledge.module.css';
import classes from './kept.module.css';

/**
 * The permission for a kept card, to be read at once: the caller's yes chooses the card and is their
 * permission in one. The key that charges is still another.
 */
export function OfferedWords({
  card,
  amountCents,
  accountNumbers,
  onYes,
}: {
  card: CardMethod;
  amountCents: Cents;
  accountNumbers: readonly string[];
  onYes: () => void;
}) {
  const { t, i18n } = useTranslation('payment');
  const { say, language } = useSpoken();
  const does = t('kept.saidYesTo', { method: nameMethod(i18n, card) });
  useKeys({ [SAID_KEY]: { does, run: onYes } });
  return (
    <div className={classes.say}>
      <SpokenText>
        {say('keptCardPermission', permissionValues(language, card, amountCents, accountNumbers))}
      </SpokenText>
      <div className={acknowledge.acknowledge}>
        <Checkbox
          size="xs"
          label={t('kept.saidYes')}
          checked={false}
          aria-keyshortcuts={SAID_KEY}
          onChange={onYes}
        />
        <Keycap name={SAID_KEY} />
      </div>
    </div>
  );
}
