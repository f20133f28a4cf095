import type { DueEntry } from '#db/journal/outbox-due.ts';
import { type OwedKind, owedRecords } from '#shared/desk/owed.ts';
import type { BackendClient } from '../backend/client.ts';

/** What was kept has no shape that today's program reads: nobody can be told of it as it is. */
export class Unreadable extends Error {}

type Send = (backend: BackendClient, body: unknown, token: string | undefined) => Promise<unknown>;

function readAs<Kind extends OwedKind>(kind: Kind, body: unknown) {
  const read = owedRecords[kind].safeParse(body);
  if (!read.success) throw new Unreadable(kind);
  return read.data as ReturnType<(typeof owedRecords)[Kind]['parse']>;
}

/** By which route each kind goes, under its own key. */
const sends: { readonly [Kind in OwedKind]: Send } = {
  account_note(backend, kept, token) {
    const body = readAs('account_note', kept);
    return backend.ask('keepNote', { params: { noteId: body.noteId }, body }, { token });
  },
  promise(backend, kept, token) {
    const body = readAs('promise', kept);
    return backend.ask('keepPromise', { params: { promiseId: body.promiseId }, body }, { token });
  },
  referral(backend, kept, token) {
    const body = readAs('referral', kept);
    const params = { referralId: body.referralId };
    return backend.ask('keepReferral', { params, body }, { token });
  },
  expected_wire(backend, kept, token) {
    const body = readAs('expected_wire', kept);
    return backend.ask('keepExpectedWire', { params: { wireId: body.wireId }, body }, { token });
  },
  call_record(backend, kept, token) {
    const body = readAs('call_record', kept);
    return backend.ask('keepCallRecord', { params: { callId: body.callId }, body }, { token });
  },
};

/** Sends one thing the desk owes; throws as the client does, and `Unreadable`. */
export async function sendOwed(
  backend: BackendClient,
  { kind, body }: Pick<DueEntry, 'kind' | 'body'>,
  token: string | undefined,
): Promise<void> {
  await sends[kind](backend, body, token);
}
