import { useTranslation } from 'react-i18next';
import { explainBill } from '#shared/balance/explain.ts';
import { readOut } from '#shared/balance/read-out.ts';
import { SpokenText } from '../../parts/spoken-words.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import { Part } from './part.tsx';
import type { KnownBalance } from './use-balance.ts';

/** Why the balance is what it is, in sentences to be read to the caller. */
export function Why({ balance, today }: Pick<KnownBalance, 'balance' | 'today'>) {
  const { t, i18n } = useTranslation('balance');
  const { language } = useSpoken();
  const sentences = explainBill(balance, today).map(sentence =>
    readOut(sentence, i18n, language, today),
  );
  return (
    <Part title={t('why')}>
      <SpokenText>{sentences.join(' ')}</SpokenText>
    </Part>
  );
}
