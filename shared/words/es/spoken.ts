import type { spoken as english } from '../en/spoken.ts';
import type { SameKeys } from '../same-keys.ts';

export const spoken: SameKeys<typeof english> = {
  recordingNotice:
    'Gracias por llamar a facturación de {{organization}}, me llamo {{name}}. Esta llamada se graba por calidad y para su protección.',
  cardPermission:
    '¿Tengo su permiso para cobrar {{amount}} hoy a su tarjeta {{brand}} terminada en {{last4}}, para la cuenta terminada en {{account}}?',
  confirmation:
    'Su pago de {{amount}} está aprobado. Su número de confirmación es {{spelled}}. Se registrará en su cuenta el {{date}}.',
  declined: 'El banco no aprobó esta tarjeta. No se cobró nada. ¿Quiere intentar con otra tarjeta?',
  unknown:
    'Envié su pago y estoy esperando la respuesta del banco. Por favor no pague otra vez; le llamaremos en cuanto lo sepamos.',
  notCharged: 'El pago no se realizó y no se cobró nada. ¿Tomamos la tarjeta de nuevo?',
  bill: {
    nothingOpen: 'No tiene nada pendiente en su cuenta.',
    total: 'Su saldo es de {{amount}}.',
    visits_one: 'Corresponde a una visita entre el {{from}} y el {{to}}: {{kinds}}.',
    visits_other: 'Corresponde a {{count}} visitas entre el {{from}} y el {{to}}: {{kinds}}.',
    visitsOneDay_one: 'Corresponde a una visita el {{from}}: {{kinds}}.',
    visitsOneDay_other: 'Corresponde a {{count}} visitas el {{from}}: {{kinds}}.',
    insurancePaid: 'Su seguro pagó {{paid}}.',
    insurancePaidAndReduced: 'Su seguro pagó {{paid}}, y se descontaron {{reduced}} del precio.',
    left: 'Le queda por pagar: {{reasons}}.',
    pending: 'Su seguro todavía no ha respondido por {{amount}}, así que esa parte puede cambiar.',
    premium: '{{amount}} son de la prima de su cobertura, que se factura aparte de la atención.',
    overdue: '{{amount}} ya pasaron su fecha de pago, la parte más antigua desde el {{since}}.',
    dueNext: '{{amount}} se deben pagar a más tardar el {{on}}.',
    received: 'Su último pago fue de {{amount}} el {{on}}; gracias.',
    dispute: 'Nos pidió revisar {{amount}}; mientras tanto no pasará a cobranza.',
    application:
      'Su solicitud de asistencia del {{on}} sigue abierta, y la cobranza espera hasta que se decida.',
    plan: 'A su plan de pagos le quedan {{remaining}}, y el próximo pago de {{instalment}} vence el {{on}}.',
    kinds: {
      office_visit: 'una consulta',
      procedure: 'un procedimiento',
      facility: 'uso de las instalaciones',
      laboratory: 'análisis de laboratorio',
      imaging: 'estudios de imagen',
      prescription: 'recetas',
      premium: 'prima',
      copay: 'copago',
      coinsurance: 'coseguro',
      deductible: 'deducible',
      late_fee: 'recargos por mora',
      adjustment: 'correcciones',
    },
    reasons: {
      deductible: '{{amount}} de su deducible',
      coinsurance: '{{amount}} de coseguro',
      copay: '{{amount}} de copago',
      insuranceLeft: '{{amount}} después del seguro',
      denied: '{{amount}} que el seguro no cubrió',
      uninsured: '{{amount}} que no se facturaron a ningún seguro',
      lateFee: '{{amount}} de recargos por mora',
      correction: '{{amount}} de correcciones',
    },
  },
};
