import type { DeskUser } from '#shared/contract/session.ts';
import type { CallInput, CallName, CallOutput } from '#shared/desk/calls.ts';

/** Who makes a call that needs somebody signed in; the door has checked it. */
export type Caller = DeskUser;

type Handler<Name extends CallName> = (
  input: CallInput<Name>,
  caller: Caller,
) => CallOutput<Name> | Promise<CallOutput<Name>>;

/** Exactly one handler for each declared call: a missing or a foreign name does not compile. */
export type Handlers = { readonly [Name in CallName]: Handler<Name> };

/** The handlers of one subject. */
export type SomeHandlers<Name extends CallName> = Pick<Handlers, Name>;
