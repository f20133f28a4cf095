import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { PaymentMethod } from '#shared/billing/payment-method.ts';
import { brandName } from '#shared/cards/brands.ts';

/** A method in the width of a column, which never cuts off the last four: `Mastercard …4669`. */
export function useShortMethod(): (method: PaymentMethod) => string {
  const { t, i18n } = useTranslation('search');
  return method => {
    if (method.kind === 'card')
      return t('endsIn', {
        what: method.brand === 'american-express' ? t('amex') : brandName[method.brand],
        last4: method.last4,
      });
    if (method.kind === 'ach')
      return t('endsIn', { what: t(`accounts.${method.accountKind}`), last4: method.last4 });
    return nameMethod(i18n, method);
  };
}
