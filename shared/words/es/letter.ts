import type { letter as english } from '../en/letter.ts';
import type { SameKeys } from '../same-keys.ts';

/** Spanish of the letters about payments to come. */
export const letter: SameKeys<typeof english> = {
  mailSubject: 'Una carta sobre sus pagos',
  mailText:
    'Se adjunta una carta de {{organization}} sobre sus pagos. No responda a este mensaje. Si tiene preguntas, llame al {{phone}}.',
  title: {
    notice: 'Aviso de un pago próximo',
    made: 'Su autorización de pagos futuros',
    changed: 'Su autorización de pagos futuros ha cambiado',
    skipped: 'Se omite un pago',
    revoked: 'Su autorización ha terminado',
    stopped: 'Su autorización se ha detenido',
    finished: 'Los pagos automáticos de su plan han terminado',
    plan_default: 'Faltan pagos de su plan',
  },
  says: {
    notice:
      'Usted nos autorizó a pagar sus estados de cuenta. Esta es la cantidad y el día del próximo pago. Si ese día queda menos pendiente, cobramos menos, y nunca más.',
    made: 'Esta es la copia escrita de lo que usted autorizó por teléfono. Consérvela, por favor.',
    changed:
      'Esta es la copia escrita de lo que usted autorizó por teléfono en lugar de lo que había autorizado antes. Consérvela, por favor.',
    skipped: 'Como nos pidió, este pago no se cobra. Lo demás que autorizó sigue igual.',
    revoked:
      'Como nos pidió, ya no se cobra nada con esta autorización. Un pago que ya estaba en camino a su banco puede llegar todavía.',
    stopped:
      'El banco ya no paga con esta tarjeta o cuenta, así que ya no se cobra nada con esta autorización. Lo que debe sigue pendiente: llámenos para pagarlo, por favor.',
    plan_default:
      'Vencieron pagos de su plan de pagos que no nos han llegado. Páguelos hasta el día indicado abajo, por favor, y su plan continúa como se acordó. De lo contrario termina después de ese día, y todo lo que queda de él debe pagarse. Si no puede pagar, llámenos, por favor: un asesor puede buscar con usted otras condiciones, una pausa o asistencia financiera.',
  },
  saysOfPlan:
    'Usted nos autorizó a cobrar las cuotas de su plan de pagos. Esta no es como la indica su copia por escrito; por eso le decimos su cantidad y su día. Si ese día queda menos pendiente, cobramos menos, y nunca más.',
  ended: {
    plan_paid_off: 'Su plan de pagos está liquidado. Ya no se cobra nada con esta autorización.',
    plan_cancelled:
      'Su plan de pagos ha terminado, así que ya no se cobra nada con esta autorización. Lo que debe sigue pendiente: llámenos para pagarlo, por favor.',
    plan_defaulted:
      'Su plan de pagos está en incumplimiento y ha terminado, así que ya no se cobra nada con esta autorización. Lo que debe está pendiente: llámenos para pagarlo o para hablar con un asesor, por favor.',
    plan_over:
      'Venció la última cuota de su plan de pagos, así que ya no se cobra nada con esta autorización. Algo del plan no está pagado todavía: llámenos para pagarlo, por favor.',
  },
  ofPlan: 'Cuota de',
  yourPlan: 'Su plan de pagos',
  instalments: 'Cuotas',
  eachInstalment: 'Cada cuota que usted autorizó',
  missed: 'Por pagar',
  payBy: 'Hasta el',
  help: 'Si no puede pagar',
  helpHow: 'Llame al {{phone}} y pregunte por un asesor financiero.',
  replaces: 'Este aviso sustituye a cualquier otro anterior para este pago.',
  name: 'Para',
  amount: 'Cantidad',
  atMost: 'Como máximo por estado de cuenta',
  amountEach: 'Cantidad de cada pago',
  payOn: 'Se cobra el',
  statement: 'Estado de cuenta',
  dueOn: 'Vence el',
  method: 'Se paga con',
  firstOn: 'Primer pago el',
  lastOn: 'Último pago el',
  count: 'Número de pagos',
  agreedOn: 'Autorizado el',
  recording: 'Grabación de su sí',
  eventOn: 'El',
  leftOut: 'Pago del',
  stopBy: 'Para detenerlo',
  stopByHow:
    'Llame al {{phone}} a más tardar el {{date}}. Después también cuenta, mientras no se haya cobrado.',
  stop: 'Para detener un pago',
  stopHow: 'Llame al {{phone}} hasta tres días hábiles antes.',
  revoke: 'Para revocarlo todo',
  revokeHow: 'Llame al {{phone}} en cualquier momento.',
  questions: 'Si tiene preguntas',
  wasRead: 'Lo que se le leyó, y a lo que dijo que sí',
  statementsBy: 'Cada estado de cuenta a más tardar en su vencimiento',
};
