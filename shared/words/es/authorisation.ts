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
  recording: 'Hablado y grabado',
  recorded: '{{reference}}, a las {{time}}',
  confirmation: 'Número de confirmación',
  wasRead: 'Lo que se le leyó',
  agreed: 'Usted dijo que sí.',
  keep: 'Esta es la copia escrita de lo que usted autorizó por teléfono. Consérvela, por favor.',
};
