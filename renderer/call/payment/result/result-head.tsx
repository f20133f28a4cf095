import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { MoneyText } from '../../../parts/money-text.tsx';
import classes from './result.module.css';

/** The result in one word with its sign, the amount and the card. */
export function ResultHead({
  attempt,
  sign,
  title,
  tone,
}: {
  attempt: Attempt;
  sign: ReactNode;
  title: string;
  tone: 'calm' | 'done' | 'stop';
}) {
  const { i18n } = useTranslation('payment');
  const { method, amountCents } = attempt;
  return (
    <header className={classes.head} data-tone={tone}>
      <span className={classes.sign} aria-hidden="true">
        {sign}
      </span>
      <div>
        <h3 className={classes.title}>{title}</h3>
        <p className={classes.what}>
          <MoneyText amount={amountCents} />
          <span>{nameMethod(i18n, method)}</span>
        </p>
      </div>
    </header>
  );
}
