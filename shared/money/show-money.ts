import type { Cents } from './cents.ts';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Money as it is read on a bill: `$1,284.60`, `−$5.00`; the sign before the symbol, cents always. */
export function showMoney(amount: Cents): string {
  const absolute = Math.abs(amount);
  const dollars = grouped.format(Math.trunc(absolute / 100));
  const remainder = String(absolute % 100).padStart(2, '0');
  return `${amount < 0 ? '−' : ''}$${dollars}.${remainder}`;
}

/** Cents as the text of an amount box, without symbol or grouping: `312.40`. */
export function amountText(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
