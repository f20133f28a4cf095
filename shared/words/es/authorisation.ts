import type { authorisation as english } from '../en/authorisation.ts';

export const authorisation: Record<keyof typeof english, string> = {
  title: 'Autorización de un débito electrónico',
  amount: 'Importe',
  name: 'Autorizado por',
  organization: 'Autoriza a debitar a',
  account: 'Cuenta',
  kind: 'Tipo de débito',
  oneTime: 'Débito electrónico por una sola vez',
  debitOn: 'Se debita en esta fecha o después',
  settlesOn: 'Se liquida el',
  authorisedOn: 'Autorizado el',
  questions: 'Número para preguntas',
  revoke: 'Cómo revocarlo',
  revokeHow: 'Llame al {{number}} antes de que el débito se haya enviado al banco.',
  titleDebits: 'Autorización de débitos futuros',
  titleCard: 'Autorización de pagos con tarjeta',
  organizationCard: 'Autoriza a cobrar a',
  card: 'Tarjeta',
  amountMost: 'Como máximo por estado de cuenta',
  orLess: '{{amount}}, o lo que quede pendiente ese día si es menos',
  kindRecurring: 'Débitos electrónicos recurrentes',
  kindCard: 'Pagos con tarjeta, guardada sin su código de seguridad',
  days: 'Se cobra el',
  daysSeries:
    '{{first}} y luego {{often}}, {{count}} veces en total, la última el {{last}}; el siguiente día hábil si los bancos están cerrados',
  daysAutopay:
    'El día de vencimiento de cada estado de cuenta, o el día hábil anterior si los bancos están cerrados, hasta que se revoque',
  amounts: 'Cuotas del plan',
  daysPlan:
    'El día de vencimiento de cada cuota, la primera el {{first}} y la última el {{last}}, {{count}} en total; el siguiente día hábil si los bancos están cerrados. Esperan mientras el plan descansa, lo siguen si cambia, y terminan con él',
  noticesPlan:
    'Puede recibir una carta, diez días antes, sobre cada pago cuya cantidad difiera de la anterior. Usted eligió que se le avise solo de uno que no se indique aquí: de más de lo que se indica para su día, en otro día, o de otra cantidad porque el plan cambió. De un pago así recibe una carta al menos diez días antes.',
  eachInstalment: 'Cada cuota',
  weekly: 'cada semana',
  biweekly: 'cada dos semanas',
  monthly: 'cada mes',
  revokeDebits:
    'Llame al {{number}} en cualquier momento, por todos o por uno solo. Para estar seguro de que un débito se detenga, avísenos a nosotros o a su banco al menos tres días hábiles antes.',
  revokeCard: 'Llame al {{number}} en cualquier momento, por todos o por uno solo.',
  notices: 'Su derecho a recibir avisos',
  noticesAll:
    'Las cantidades varían: al menos diez días antes de cada pago recibe una carta con la cantidad y el día.',
  noticesAbove:
    'Puede pedir una carta, diez días antes, sobre cada débito cuya cantidad difiera de la anterior. Usted eligió que se le avise solo de un débito de más de {{amount}}, que aquí no se permite.',
  reference: 'Referencia',
  signHow:
    'No tiene que firmar. Si prefiere que sus débitos se basen en su firma, firme esta copia y devuélvanosla.',
  signature: 'Firma del titular de la cuenta',
  signedOn: 'Fecha',
  recording: 'Hablado y grabado',
  recorded: '{{reference}}, a las {{time}}',
  confirmation: 'Número de confirmación',
  wasRead: 'Lo que se le leyó',
  agreed: 'Usted dijo que sí.',
  keep: 'Esta es la copia escrita de lo que usted autorizó por teléfono. Consérvela, por favor.',
};
