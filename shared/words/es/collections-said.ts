import type { collectionsSaid as english } from '../en/collections-said.ts';
import type { SameKeys } from '../same-keys.ts';

/** Spanish of where an unpaid bill stands, to be read to the caller. */
export const collectionsSaid: SameKeys<typeof english> = {
  in_good_standing: 'Esta factura no está en mora. No ocurre nada antes del {{next}}.',
  held: 'Por ahora nada avanza hacia la cobranza, por {{hold}}. Esos días no cuentan.',
  past_due:
    'Esta factura está en mora desde el {{since}}. No está en una agencia de cobranza. Si no se paga ni se acuerda nada, eso podría seguir a partir del {{next}}.',
  referral:
    'Esta factura puede enviarse a una agencia de cobranza desde el {{since}}. Todavía puede pagarla con nosotros, pedir un plan o solicitar ayuda; cualquiera de estas cosas lo detiene.',
  service_hold:
    'Los servicios que no son urgentes pueden suspenderse por esta factura desde el {{since}}. Pagarla, un plan o una solicitud de ayuda lo detiene.',
  extraordinary_action:
    'Se permiten más medidas por esta factura desde el {{since}}. Pagarla, un plan o una solicitud de ayuda las detiene.',
  later: 'un día posterior',
  holds: {
    application: 'su solicitud de ayuda',
    dispute: 'su reclamación',
    promise: 'su promesa de pago',
    plan: 'su plan de pagos',
  },
};
