import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './door.module.css';

/** The page around signing in and unlocking: the product's name, one card, nothing else. */
export function Door({
  title,
  note,
  children,
}: {
  title: string;
  note?: string | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <p className={classes.product}>{t('product')}</p>
        <h1 className={classes.title}>{title}</h1>
        {note && <p className={classes.note}>{note}</p>}
        {children}
      </div>
    </main>
  );
}
