import { z } from 'zod';
import { CallRecord, Disposition, FollowUp } from '../billing/call-record.ts';
import { Instant } from '../calendar/dates.ts';
import { FindBy, FoundPatient, patientRoutes } from '../contract/patients.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { CallerRole, Factor } from '../verification/policy.ts';
import { call } from './call.ts';
import { CallOptions, OpenCall, ScriptId } from './open-call.ts';

export const callCalls = {
  'call.start': call({ input: CallOptions, output: OpenCall }),
  'call.current': call({ input: z.null(), output: OpenCall.nullable() }),
  'call.setOptions': call({ input: CallOptions, output: OpenCall }),
  'call.said': call({ input: z.strictObject({ script: ScriptId }), output: OpenCall }),
  'call.keepNotes': call({
    input: z.strictObject({ notes: z.string().max(4000) }),
    output: z.null(),
  }),
  'call.wrapUp': call({
    input: z.strictObject({
      disposition: Disposition,
      notes: z.string().max(4000),
      followUps: z.array(FollowUp).max(20),
    }),
    output: CallRecord,
  }),
  /** The summary that would be kept if the call ended now. */
  'call.summary': call({ input: z.null(), output: z.object({ summary: z.string() }) }),
  'patients.find': call({
    input: FindBy,
    output: z.object({
      patients: z.array(FoundPatient),
      /** `copy`: from the desk's own copy of the records, as they were at `asOf`. */
      source: z.enum(['backend', 'copy']),
      asOf: Instant,
    }),
  }),
  'patients.choose': call({ input: z.strictObject({ mrn: Mrn }), output: OpenCall }),
  'patients.unlock': call({
    input: z.strictObject({ mrn: Mrn, reason: z.string().trim().min(3).max(500) }),
    output: patientRoutes.unlockPatient.reply,
  }),
  'verification.begin': call({
    input: z.strictObject({
      callerRole: CallerRole,
      callerName: z.string().trim().min(1).max(120).optional(),
    }),
    output: OpenCall,
  }),
  'verification.answer': call({
    input: z.strictObject({ factor: Factor, said: z.string().min(1).max(200) }),
    output: OpenCall,
  }),
};
