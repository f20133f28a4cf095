import { z } from 'zod';
import { ProblemCode } from '../contract/problem.ts';

/** Reasons that only the desk itself gives; the backend's own pass through. */
const deskReasons = [
  'wrong_page',
  'locked',
  'bad_input',
  'card_in_notes',
  'no_call',
  'call_open',
  'no_patient',
  'no_card',
  'no_authorisation',
  'payer_unnamed',
  'payment_open',
  'balance_changed',
  'balance_not_read',
  'already_sent',
  'unreachable',
  'backend_nonsense',
  'disk_full',
  'journal_failed',
  'receipt_failed',
  'no_printer',
  'print_failed',
  'document_not_read',
  'document_not_shown',
  'document_view_failed',
  'export_running',
  'export_disk_full',
  'export_folder_closed',
  'export_folder_gone',
  'export_not_written',
  'export_broken',
  'export_locked',
  'export_withdrawn',
] as const;

/** The closed list of reasons for which a call through the door is refused. */
export const RefusalReason = z.enum([...ProblemCode.options, ...deskReasons]);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** A refused call: the reason for the program, one sentence that can be shown or said to a person. */
export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  readonly message: string;
  /** Which part of the input is at fault, where one is. */
  readonly field?: string;
}

export type Reply<Value> = { readonly ok: true; readonly value: Value } | Refusal;
