import type { spokenPlanChange as english } from '../en/plan-changes.ts';
import type { SameKeys } from '../same-keys.ts';

/** What is read to the caller of a change of their plan, in Spanish. */
export const spokenPlanChange: SameKeys<typeof english> = {
  recast:
    'Puedo cambiar su plan. En lugar de {{before}} al mes, paga {{amount}}, a partir del {{first}}, y el último pago de {{last}} el {{lastOn}}. La cantidad financiada es de {{financed}}, el cargo por financiamiento de {{charge}} y la tasa de porcentaje anual del {{percent}} por ciento. En total paga {{total}}. Si un pago se atrasa, se pueden cobrar {{late}} o más. Estas condiciones las tiene por escrito. ¿Está de acuerdo?',
  added: 'El plan incluye entonces {{amount}} más, por atención que antes no era parte de él.',
  pause_one:
    'Su plan puede descansar un mes: mientras tanto no vence nada y no se añaden intereses. El próximo pago de {{amount}} vence entonces el {{first}} en lugar del {{before}}, y el último el {{lastOn}}. ¿Está de acuerdo?',
  pause_other:
    'Su plan puede descansar {{count}} meses: mientras tanto no vence nada y no se añaden intereses. El próximo pago de {{amount}} vence entonces el {{first}} en lugar del {{before}}, y el último el {{lastOn}}. ¿Está de acuerdo?',
  pastDue: 'Los {{amount}} que ya vencieron siguen pendientes.',
  resume:
    'Su plan puede continuar ahora. El próximo pago de {{amount}} vence entonces el {{first}} en lugar del {{before}}, y el último el {{lastOn}}. ¿Está de acuerdo?',
  pay_off:
    '{{payoff}} liquidan hoy su plan, con los intereses hasta hoy. No hay penalización. Otro día puede ser más. ¿Tomo ese pago?',
  cancel:
    'Puedo terminar su plan. Entonces debe {{payoff}} de inmediato, con los intereses hasta hoy, como cualquier otra factura: puede quedar vencida y se puede cobrar un recargo. ¿Quiere terminarlo?',
};
