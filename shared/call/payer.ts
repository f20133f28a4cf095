import type { OpenCall } from '../desk/open-call.ts';

/** Who is on the line and pays: by the record when it is their own bill, otherwise as they gave their name. */
export function payerOf({
  patient,
  verification,
}: Pick<OpenCall, 'patient' | 'verification'>): string | null {
  if (verification?.callerRole === 'patient') return patient?.name ?? null;
  if (verification?.callerRole === 'guarantor') return patient?.guarantorName ?? null;
  return verification?.callerName ?? null;
}
