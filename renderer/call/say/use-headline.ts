import { useTranslation } from 'react-i18next';
import type { SentenceKey } from '#shared/balance/bill-sentence.ts';
import { explainBill } from '#shared/balance/explain.ts';
import { readOut } from '#shared/balance/read-out.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { useBalance } from '../balance/use-balance.ts';

/** The sentences of the explained bill that say how much; the balance itself says why. */
const howMuch: readonly SentenceKey[] = ['nothingOpen', 'total', 'overdue', 'overdueAndNext'];

/** How much is owed, in words to be said; empty until the balance has been read. */
export function useHeadline(): string {
  const { i18n } = useTranslation();
  const { language } = useSpoken();
  const known = useBalance();
  if (!known) return '';
  return explainBill(known.balance, known.today)
    .filter(sentence => howMuch.includes(sentence.key))
    .map(sentence => readOut(sentence, i18n, language, known.today))
    .join(' ');
}
