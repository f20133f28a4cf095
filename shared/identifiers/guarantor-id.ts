import { z } from 'zod';

/** Guarantor ID: nine digits on the statement, for billing only; not the member's number. */
export const GuarantorId = z
  .string()
  .regex(/^\d{9}$/)
  .brand<'GuarantorId'>();
export type GuarantorId = z.infer<typeof GuarantorId>;
