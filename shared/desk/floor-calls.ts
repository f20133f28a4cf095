import { z } from 'zod';
import { FloorDays, floorRoutes } from '../contract/floor.ts';
import { RegionCode } from '../organization/regions.ts';
import { call } from './call.ts';

/** The floor now and over time, as a supervisor sees it. */
export const floorCalls = {
  'floor.read': call({
    input: z.strictObject({
      /** Null for all that they serve. */
      region: RegionCode.nullable(),
      days: FloorDays,
      /** The page reads again what it shows already: that is one look. */
      again: z.boolean(),
    }),
    output: floorRoutes.floor.reply,
  }),
};
