import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { AccountTimeline, TimelineHold } from '#shared/collections/account-timeline.ts';
import { type PlacedSteps, placeSteps, scaleOf, type TimelineScale } from './place-steps.ts';
import classes from './timeline.module.css';

const LINE_Y = 34;
const NAME_Y = 64;
const ROW_HEIGHT = 16;

/** The way of an account as a line: its marks, today, and hatched where the clock stands still. */
export function TimelinePicture({
  timeline,
  today,
}: {
  timeline: AccountTimeline;
  today: CalendarDate;
}) {
  const { t } = useTranslation('collections');
  const hatch = useId();
  const scale = scaleOf(timeline, today);
  const marks = placeSteps(timeline, scale);
  const rows = Math.max(1, ...marks.map(each => each.row + 1));
  const now = scale.at(today);
  const words = t('picture', {
    number: timeline.accountNumber,
    from: sayDate('en', timeline.dueOn, today),
    to: sayDate('en', scale.to, today),
  });
  return (
    <svg
      role="img"
      aria-label={words}
      className={classes.picture}
      height={NAME_Y + rows * ROW_HEIGHT}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1,7 L7,-1 M-1,1 L1,-1 M5,7 L7,5" className={classes.hatch} />
        </pattern>
      </defs>
      <line x1="0" x2="100%" y1={LINE_Y} y2={LINE_Y} className={classes.line} />
      {timeline.holds.map(hold => (
        <Still key={`${hold.kind}${hold.from}`} hold={hold} scale={scale} fill={`url(#${hatch})`} />
      ))}
      <line
        x1={`${scale.at(timeline.dueOn)}%`}
        x2={`${scale.at(timeline.dueOn)}%`}
        y1={LINE_Y - 6}
        y2={LINE_Y + 6}
        className={classes.due}
      />
      <line x1={`${now}%`} x2={`${now}%`} y1={16} y2={LINE_Y + 14} className={classes.today} />
      <text x={`${now}%`} y={11} textAnchor={anchorAt(now)} className={classes.todayName}>
        {t('today')}
      </text>
      {marks.map(mark => (
        <Mark key={mark.numbers.join()} mark={mark} />
      ))}
    </svg>
  );
}

/** So that no word leaves the picture. */
function anchorAt(percent: number): 'start' | 'middle' | 'end' {
  if (percent < 12) return 'start';
  return percent > 88 ? 'end' : 'middle';
}

function Still({ hold, scale, fill }: { hold: TimelineHold; scale: TimelineScale; fill: string }) {
  const from = scale.at(hold.from);
  const width = scale.at(hold.until ?? scale.to) - from;
  return (
    <rect
      x={`${from}%`}
      width={`${Math.max(width, 0.5)}%`}
      y={LINE_Y - 8}
      height={16}
      fill={fill}
      className={classes.still}
    />
  );
}

function Mark({ mark: { percent, numbers, steps, row } }: { mark: PlacedSteps }) {
  const { t } = useTranslation('collections');
  const state = steps[0]?.state;
  return (
    <g data-state={state} className={classes.mark}>
      <circle cx={`${percent}%`} cy={LINE_Y} r={numbers.length > 1 ? 11 : 9} />
      <text x={`${percent}%`} y={LINE_Y + 4} textAnchor="middle" className={classes.number}>
        {numbers.join('·')}
      </text>
      <text
        x={`${percent}%`}
        y={NAME_Y + row * ROW_HEIGHT}
        textAnchor={anchorAt(percent)}
        className={classes.name}
      >
        {steps.map(({ step }) => t(`short.${step}`)).join(', ')}
      </text>
    </g>
  );
}
