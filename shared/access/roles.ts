import { z } from 'zod';

/** Who somebody is at the desk. `workstation` is the desk itself, asking after its own payments while nobody is signed in. */
export const Role = z.enum(['representative', 'counselor', 'supervisor', 'workstation']);
export type Role = z.infer<typeof Role>;
