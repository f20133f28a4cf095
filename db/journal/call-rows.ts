import { z } from 'zod';
import { CallRecord } from '#shared/billing/call-record.ts';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import { FoundPatient } from '#shared/contract/patients.ts';
import { Verification } from '#shared/contract/verifications.ts';
import { CallOptions, ScriptId } from '#shared/desk/open-call.ts';

/** A call as the journal keeps it; what only memory holds (card, recording) is not here. */
export interface KeptCall {
  readonly callId: string;
  readonly reference: string;
  readonly userId: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly options: CallOptions;
  readonly patient: FoundPatient | null;
  readonly verification: Verification | null;
  readonly said: ScriptId[];
  readonly notes: string;
  /** Null while the call is open. */
  readonly record: CallRecord | null;
}

export interface CallRow {
  readonly callId: string;
  readonly reference: string;
  readonly userId: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly options: string;
  readonly patient: string | null;
  readonly verification: string | null;
  readonly said: string;
  readonly notes: string;
  readonly record: string | null;
}

const Said = z.array(ScriptId);

function parsed<Schema extends z.ZodType>(schema: Schema, json: string | null) {
  return json === null ? null : schema.parse(JSON.parse(json));
}

/** A row with its JSON checked against the shapes of today. */
export function keptCall(row: CallRow): KeptCall {
  return {
    callId: row.callId,
    reference: row.reference,
    userId: row.userId,
    startedAt: instantOf(row.startedAt),
    endedAt: row.endedAt === null ? null : instantOf(row.endedAt),
    options: CallOptions.parse(JSON.parse(row.options)),
    patient: parsed(FoundPatient, row.patient),
    verification: parsed(Verification, row.verification),
    said: Said.parse(JSON.parse(row.said)),
    notes: row.notes,
    record: parsed(CallRecord, row.record),
  };
}
