import type { household as english } from '../en/household.ts';

/** Lo que se pregunta en el hogar, y lo que se dice de las respuestas. */
export const household: Record<keyof typeof english, string> = {
  people: '¿Cuántas personas viven en su hogar, contándose usted?',
  incomes:
    '¿Cuánto gana cada uno antes de impuestos, por trabajo, beneficios u otra cosa, y cada cuánto se le paga?',
  medicalExpenses:
    '¿Cuánto costó la atención médica y dental de su hogar en los últimos doce meses, pagada o pendiente?',
  essentialExpenses:
    '¿Cuánto necesita al mes para vivienda, comida, servicios y el transporte al trabajo?',
  coverage: '¿Algún empleador o programa público le ofrece cobertura médica a su hogar?',
  prescriptions: '¿Hay medicamentos recetados que no puede pagar?',
  eligible:
    'Por lo que me dice, es posible que califique para: {{programmes}}. La solicitud lo decide.',
  notEligible: 'Hoy no corresponde: {{programmes}}. Aun así puede presentar una solicitud.',
  unknown: 'Para esto necesito preguntarle más: {{programmes}}.',
};
