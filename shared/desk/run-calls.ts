import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { runRoutes } from '../contract/runs.ts';
import { call } from './call.ts';

/** What the backend does by the calendar, as a supervisor sees it. */
export const runCalls = {
  'runs.list': call({
    input: z.strictObject({
      /** Days before this one; the latest where null. */
      before: CalendarDate.nullable(),
      /** The page reads again what it shows already: that is one look. */
      again: z.boolean(),
    }),
    output: runRoutes.runs.reply,
  }),
};
