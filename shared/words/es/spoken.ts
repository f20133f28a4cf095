import type { spoken as english } from '../en/spoken.ts';

export const spoken: Record<keyof typeof english, string> = {
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
};
