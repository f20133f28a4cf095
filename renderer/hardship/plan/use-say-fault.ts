import { useTranslation } from 'react-i18next';
import { showMoney } from '#shared/money/show-money.ts';
import type { ReadWish, WishFault } from './read-wish.ts';
import type { Compared } from './use-compared.ts';

const ofPace: readonly WishFault[] = ['amount', 'term', 'term_not_offered'];
const ofDay: readonly WishFault[] = [
  'day',
  'first_in_past',
  'first_on_closed_day',
  'first_too_late',
];

/** One sentence for whatever keeps a plan from being offered. */
export function useSayFault() {
  const { t } = useTranslation(['planBuilder', 'plans', 'problems']);
  function say(fault: WishFault): string {
    switch (fault) {
      case 'household':
        return t('needs.household');
      case 'nothing_left':
        return t('nothingLeft');
      case 'amount':
        return t('amountWrong');
      case 'term':
        return t('plans:refusal.term_out_of_range');
      case 'day':
        return t('needs.day');
      default:
        return t(`problems:plan_${fault}`);
    }
  }
  const among = (faults: readonly WishFault[]) => (read: ReadWish, isShown: boolean) =>
    !read.ok && isShown && faults.includes(read.fault) ? say(read.fault) : undefined;
  return Object.assign(say, {
    ofPace: among(ofPace),
    ofDay: among(ofDay),
    problem({ problem, leastCents }: Compared): string | undefined {
      if (leastCents !== null) return t('tooSmall', { least: showMoney(leastCents) });
      return problem ? t(`problems:${problem}`) : undefined;
    },
  });
}
