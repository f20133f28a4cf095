import { openStream } from '#backend/seed/draws/stream.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { agreeTo } from './agree.ts';
import { callsOf } from './calls.ts';
import type { Debtor } from './debtors.ts';
import { type Deed, deedsOf, drawHabit, lastDeeds } from './habits.ts';
import { inParallel } from './in-parallel.ts';
import type { Life } from './life.ts';
import type { LifeCalendar } from './life-calendar.ts';
import { pay } from './pay.ts';
import { drawWish } from './wishes.ts';
import type { World } from './world.ts';

/** Who does what on which day. */
export type Agenda = Map<CalendarDate, Map<Life, Deed[]>>;

const CALLS_AT_ONCE = 8;

function note(agenda: Agenda, life: Life, deeds: readonly Deed[]): void {
  for (const deed of deeds) {
    const todays = agenda.get(deed.on) ?? new Map<Life, Deed[]>();
    agenda.set(deed.on, todays.set(life, [...(todays.get(life) ?? []), deed]));
  }
}

/** Has debtors agree to a plan today, and writes down what each is going to do, by the seed alone. */
export async function beginLives(
  world: World,
  debtors: readonly Debtor[],
  { seed, calendar, today }: { seed: string; calendar: LifeCalendar; today: CalendarDate },
  agenda: Agenda,
): Promise<Life[]> {
  const calls = await callsOf(world, debtors);
  const lives: Life[] = [];
  await inParallel(debtors, CALLS_AT_ONCE, async debtor => {
    const stream = openStream(`life ${seed} ${debtor.number}`);
    const call = calls.get(debtor.guarantorId);
    if (!call) throw new Error(`Nobody has called about ${debtor.guarantorId}.`);
    const plan = await agreeTo(world, call, debtor, drawWish(stream, debtor, calendar, today));
    const habit = drawHabit(stream);
    const by = stream.chance(500) ? 'card' : 'ach';
    const life: Life = { debtor, habit, by, plan, made: [], exact: true };
    lives.push(life);
    const deeds = deedsOf(habit, plan.disclosure, calendar, stream);
    note(agenda, life, [...deeds, ...lastDeeds(habit, deeds, calendar)]);
  });
  return lives;
}

/** Everybody whose day it is pays, each on a call of their own; what one does twice, one after the other. */
export async function payToday(world: World, agenda: Agenda, today: CalendarDate): Promise<number> {
  const todays = [...(agenda.get(today) ?? [])];
  const calls = await callsOf(
    world,
    todays.map(([life]) => life.debtor),
  );
  await inParallel(todays, CALLS_AT_ONCE, async ([life, deeds]) => {
    const call = calls.get(life.debtor.guarantorId);
    for (const deed of deeds) {
      const asSaid = call && (await pay(world, life, deed, call));
      if (!asSaid) life.exact = false;
    }
  });
  return todays.length;
}
