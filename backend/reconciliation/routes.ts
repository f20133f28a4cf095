import type { FastifyInstance } from 'fastify';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { refuseFormerSupervisor } from '../approvals/still-supervisor.ts';
import { type Caller, type Person, personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { proveAgain } from '../sign-in/prove-again.ts';
import { closeDay } from './close-day.ts';
import { correctDay } from './corrections.ts';
import { regionDay } from './day.ts';
import { readDayPayments } from './day-payments.ts';
import { noteLooked } from './note-looked.ts';
import { readDay } from './read-day.ts';

function supervisorOf(caller: Caller, region: RegionCode): Person {
  const person = personOf(caller);
  if (!person.user.regions.includes(region)) throw new Refused('not_allowed');
  return person;
}

/** A business day of a supervisor's region against processor, bank and ledger; its close, and what corrects it. */
export function reconciliationRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock } = parts;

  async function show(person: Person, region: RegionCode, asked: CalendarDate | undefined) {
    const { day, guarantorIds } = await readDay(parts, region, asked);
    await noteLooked(db, person, day, guarantorIds, clock());
    return day;
  }

  serve(app, 'reconciledDay', ({ params: { region }, query }, caller) =>
    show(supervisorOf(caller, region), region, query.day),
  );

  serve(app, 'dayPayments', ({ params: { region, day }, query }, caller) => {
    const cell = { ...query, batch: query.batch ?? null, after: query.after };
    return readDayPayments(parts, regionDay(region, day), cell, supervisorOf(caller, region));
  });

  serve(app, 'closeDay', async ({ params: { region, day }, body }, caller) => {
    const person = supervisorOf(caller, region);
    const { password, ...closing } = body;
    await proveAgain(parts, person, password);
    await closeDay(parts, regionDay(region, day), closing, person);
    return show(person, region, day);
  });

  serve(app, 'correctDay', ({ params: { region, day, correctionId }, body }, caller) => {
    const person = supervisorOf(caller, region);
    const made = { correctionId, ...body };
    return db.transaction().execute(async trx => {
      await refuseFormerSupervisor(trx, person);
      return correctDay(trx, { region, businessOn: day }, made, person, clock());
    });
  });
}
