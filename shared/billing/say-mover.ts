import type { TFunction } from 'i18next';
import { readCode } from '../words/say-code.ts';
import type { StateReached } from './payment-history.ts';

/** Who or what brought a payment to a state, in words; null where nobody kept it. */
export function sayMover(
  t: TFunction<'afterPayment'>,
  { byName, through }: Pick<StateReached, 'byName' | 'through'>,
): string | null {
  if (byName !== null) return t('movedBy', { name: byName });
  const [kind, what = ''] = through?.split(' ', 2) ?? [];
  switch (kind) {
    case undefined:
      return null;
    case 'run':
      return t('movedThrough.run', { run: readCode(what) });
    case 'card':
    case 'processor':
    case 'bank':
    case 'database':
      return t(`movedThrough.${kind}`, { role: what });
    default:
      return through;
  }
}
