import { useTranslation } from 'react-i18next';
import type { AmountChoices as Amounts } from '#shared/balance/amount-choices.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import classes from './amount-choices.module.css';
import { type AmountChoice, amountChoiceNames } from './pay-form.ts';

const keyOf: Readonly<Record<AmountChoice, string>> = {
  all: 'Ctrl+1',
  past_due: 'Ctrl+2',
  statement: 'Ctrl+3',
  other: 'Ctrl+4',
};

/** The usual amounts with their keys; what there is nothing of cannot be chosen. */
export function AmountChoices({
  choices,
  choice,
  choose,
}: {
  choices: Amounts;
  choice: AmountChoice;
  choose: (choice: AmountChoice) => void;
}) {
  const { t } = useTranslation('payment');
  const offered = amountChoiceNames.filter(name => name === 'other' || choices[name] > 0);
  useKeys(
    Object.fromEntries(
      offered.map(name => [
        keyOf[name],
        {
          does: t('choose', { amount: t(`choices.${name}`) }),
          run: () => choose(name),
          shown: 'help' as const,
        },
      ]),
    ),
  );
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{t('amount')}</legend>
      {amountChoiceNames.map(name => (
        <label key={name} className={classes.choice} data-chosen={name === choice}>
          <input
            type="radio"
            name="amount-choice"
            checked={name === choice}
            disabled={!offered.includes(name)}
            aria-keyshortcuts={keyOf[name]}
            onChange={() => choose(name)}
          />
          <span className={classes.name}>{t(`choices.${name}`)}</span>
          <span className={classes.money}>
            {name !== 'other' && <MoneyText amount={choices[name]} />}
          </span>
          <Keycap name={keyOf[name]} />
        </label>
      ))}
    </fieldset>
  );
}
