import { useTranslation } from 'react-i18next';
import { lifeOf } from '#shared/billing/life-of.ts';
import type { PaymentLife } from '#shared/contract/payment-life.ts';
import { ageOf } from '../parts/show-time.ts';
import classes from './payment-pane.module.css';
import { showTaken, zoneOf } from './show-taken.ts';

const WIDTH = 480;
const EDGE = 14;
const LINE_Y = 30;

const units = { moments: '', minutes: ' min', hours: ' h', days: ' d' } as const;

/** What happened, one after the other: a picture with the time between, and the table behind it. */
export function Timeline({ life }: { life: PaymentLife }) {
  const { t } = useTranslation(['paymentPage', 'afterPayment', 'exceptions']);
  const { t: ofPayment } = useTranslation('afterPayment');
  const { region } = life.payment;
  const events = lifeOf(t, ofPayment, life);
  const step = (WIDTH - 2 * EDGE) / Math.max(1, events.length - 1);
  const x = (index: number) => EDGE + index * step;
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return null;
  const between = (index: number) => {
    const [left, right] = [events[index], events[index + 1]];
    if (!left || !right) return '';
    const { unit, count } = ageOf(left.at, Date.parse(right.at));
    return unit === 'moments' ? '' : `${count}${units[unit]}`;
  };
  return (
    <section aria-labelledby="life-timeline" className={classes.part}>
      <h3 id="life-timeline" className={classes.label}>
        {t('timeline')}
      </h3>
      <svg
        role="img"
        aria-label={t('picture', {
          first: showTaken(first.at, region),
          last: showTaken(last.at, region),
          count: events.length,
        })}
        viewBox={`0 0 ${WIDTH} 52`}
        className={classes.picture}
      >
        <line
          x1={EDGE}
          x2={x(events.length - 1)}
          y1={LINE_Y}
          y2={LINE_Y}
          className={classes.line}
        />
        {events.map(({ id }, index) => (
          <g key={id}>
            <circle cx={x(index)} cy={LINE_Y} r={9} className={classes.dot} />
            <text x={x(index)} y={LINE_Y + 4} className={classes.number}>
              {index + 1}
            </text>
            <text x={x(index) + step / 2} y={LINE_Y - 12} className={classes.between}>
              {between(index)}
            </text>
          </g>
        ))}
      </svg>
      <table className={classes.table} aria-label={t('timeline')}>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('whenIn', { zone: zoneOf(region) })}</th>
            <th scope="col">{t('what')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, at, what, why }, index) => (
            <tr key={id}>
              <th scope="row">{index + 1}</th>
              <td className={classes.when}>{showTaken(at, region)}</td>
              <td>
                {what}
                {why.map(each => (
                  <span key={each} className={classes.why}>
                    {each}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
