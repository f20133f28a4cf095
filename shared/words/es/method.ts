import type { method as english } from '../en/method.ts';

/** Cómo se hizo un pago. */
export const method: Record<keyof typeof english, string> = {
  card: '{{brand}} terminada en {{last4}}',
  checking: 'cuenta corriente terminada en {{last4}}, {{bank}}',
  savings: 'cuenta de ahorros terminada en {{last4}}, {{bank}}',
  wire: 'transferencia bancaria',
  mail: 'correo',
  in_person: 'en persona',
  online: 'en línea',
  app: 'aplicación móvil',
  bank_bill_pay: 'pago de facturas del banco',
};
