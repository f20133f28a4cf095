import type { receipt as english } from '../en/receipt.ts';

export const receipt: Record<keyof typeof english, string> = {
  title: 'Recibo de pago',
  confirmation: 'Número de confirmación',
  amount: 'Importe pagado',
  method: 'Pagado con',
  paidBy: 'Pagado por',
  guest: 'Una tercera persona',
  takenOn: 'Cobrado el',
  postsOn: 'Se registra en la cuenta el',
  account: 'Número de garante terminado en',
  pays: 'Qué cubre este pago',
  what: 'Cargo',
  servicedOn: 'Fecha de servicio',
  paid: 'Pagado',
  total: 'Total',
  voided: 'Este pago fue anulado. No se cobra nada.',
  questions: 'Preguntas sobre este pago: {{number}}.',
  keep: 'Conserve este recibo. No es una factura.',
  sandbox: 'Entorno de prueba: no se movió dinero real.',
};
