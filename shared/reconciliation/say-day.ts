import type { i18n } from 'i18next';
import { cents } from '../money/cents.ts';
import { showMoney } from '../money/show-money.ts';
import type { Finding, ReconciledRow } from './day.ts';

type Row = Pick<ReconciledRow, 'stage' | 'method'>;

/** What was done with the money of a row: a debit that posts is sent to the bank. */
export function sayStage(words: i18n, { stage, method }: Row): string {
  const t = words.getFixedT('en', 'reconciliation');
  return stage === 'posted' && method === 'ach' ? t('sentToBank') : t(`stages.${stage}`);
}

/**
 * In what a payment differs: what is missing where, or by how much another amount is named. `keptOutside` is whether
 * anybody outside keeps a record of such a row.
 */
export function sayDifference(
  words: i18n,
  keptOutside: boolean,
  { ours, theirs, ledger }: Pick<Finding, 'ours' | 'theirs' | 'ledger'>,
): string {
  const t = words.getFixedT('en', 'reconciliation');
  if (ours === null) return t(theirs === null ? 'why.ledgerOnly' : 'why.oursMissing');
  const by = (amount: number) => ({ amount: showMoney(cents(amount - ours)) });
  const reasons = [
    ...(keptOutside && theirs === null ? [t('why.theirsMissing')] : []),
    ...(keptOutside && theirs !== null && theirs !== ours
      ? [t('why.theirsDiffers', by(theirs))]
      : []),
    ...(ledger === null ? [t('why.ledgerMissing')] : []),
    ...(ledger !== null && ledger !== ours ? [t('why.ledgerDiffers', by(ledger))] : []),
  ];
  return reasons.join('; ');
}
