import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import classes from './builder.module.css';

const WIDTH = 360;
const HEIGHT = 104;

type Payments = PlanDisclosure['payments'];

/** The points of what is still open, from the day of the agreement to the last payment. */
function balanceLine(payments: Payments, financedCents: number): string {
  const step = WIDTH / payments.length;
  const open = [financedCents, ...payments.map(each => each.balanceCents)];
  return open
    .map((cents, index) => `${index * step},${HEIGHT - (cents / financedCents) * HEIGHT}`)
    .join(' ');
}

function Bars({ payments }: { payments: Payments }) {
  const step = WIDTH / payments.length;
  const gap = Math.min(2, step / 4);
  const most = Math.max(...payments.map(each => each.amountCents));
  // Half of the height, so that the line of what is open stays free of them.
  const tall = (cents: number) => (cents / most) * (HEIGHT / 2);
  return payments.map(({ dueOn, principalCents, interestCents }, index) => {
    const box = { x: index * step + gap / 2, width: step - gap };
    const [principal, interest] = [tall(principalCents), tall(interestCents)];
    return (
      <g key={dueOn}>
        <rect {...box} y={HEIGHT - principal} height={principal} data-part="principal" />
        <rect {...box} y={HEIGHT - principal - interest} height={interest} data-part="interest" />
      </g>
    );
  });
}

/** A plan drawn: a bar for each payment, interest upon principal, and the line of what is still open. */
export function ScheduleChart({
  disclosure,
  today,
}: {
  disclosure: PlanDisclosure;
  today: CalendarDate;
}) {
  const { t } = useTranslation('planBuilder');
  const { payments, amountFinancedCents, financeChargeCents } = disclosure;
  const [first, last] = [payments[0], payments.at(-1)];
  if (!first || !last) return null;
  const day = (date: CalendarDate) => sayDate('en', date, today);
  const interest = financeChargeCents > 0 ? (['interest'] as const) : [];
  const parts = ['principal', ...interest, 'balance'] as const;
  const says = t('chartSays', {
    count: payments.length,
    first: day(first.dueOn),
    last: day(last.dueOn),
    monthly: showMoney(first.amountCents),
    interest: showMoney(financeChargeCents),
    open: showMoney(amountFinancedCents),
  });
  return (
    <figure className={classes.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={says}>
        <Bars payments={payments} />
        <polyline points={balanceLine(payments, amountFinancedCents)} data-part="balance" />
      </svg>
      <div className={classes.axis} aria-hidden="true">
        <span>{day(first.dueOn)}</span>
        <span>{day(last.dueOn)}</span>
      </div>
      <ul className={classes.legend} aria-hidden="true">
        {parts.map(part => (
          <li key={part} data-part={part}>
            {t(`legend.${part}`)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
