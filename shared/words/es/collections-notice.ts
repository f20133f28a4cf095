import type { collectionsNotice as english } from '../en/collections-notice.ts';
import type { SameKeys } from '../same-keys.ts';

/** Spanish of the written notice about an unpaid bill. */
export const collectionsNotice: SameKeys<typeof english> = {
  title: 'Aviso sobre su factura médica sin pagar',
  says: 'Según nuestros registros, esta factura está vencida. Si ya la pagó, gracias: no tiene que hacer nada.',
  mayFollow:
    'Si sigue sin pagarse y no se llega a un acuerdo, podemos enviarla a una agencia de cobranza y suspender los servicios que no sean urgentes. Nada de esto ocurre antes del día que se indica abajo.',
  help: 'Hay ayuda económica disponible. Si sus ingresos son limitados, se le puede perdonar una parte o toda esta factura, y mientras la solicita no ocurre nada. Puede pedirnos sin costo la solicitud y un resumen de nuestra política, o un plan de pagos.',
  amount: 'Cantidad pendiente',
  dueOn: 'Vencida desde el',
  account: 'Cuenta',
  statements: 'Estado de cuenta',
  name: 'Para',
  notBefore: 'Nada antes del',
  pay: 'Para pagar',
  payHow: 'Llame al {{phone}}.',
  ask: 'Para pedir ayuda económica o un plan de pagos',
  askHow:
    'Llame al {{phone}}. Las solicitudes se aceptan durante al menos 240 días desde su primera factura.',
  disagree: 'Si la factura no es correcta',
  disagreeHow: 'Llame al {{phone}} y díganoslo. Mientras lo revisamos no ocurre nada.',
};
