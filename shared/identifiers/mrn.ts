import { z } from 'zod';

/** Medical record number: eight digits, leading zeros kept. Names the patient; proves nothing about a caller. */
export const Mrn = z
  .string()
  .regex(/^\d{8}$/)
  .brand<'Mrn'>();
export type Mrn = z.infer<typeof Mrn>;
