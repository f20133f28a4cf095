import { SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';
import type { CallInput, CallName, CallOutput } from '#shared/desk/calls.ts';
import type { RefusalReason } from '#shared/desk/refusal.ts';
import type { DeskSeat } from './desk-seat.ts';
import type { Payer } from './people.ts';

/** The desk refused something and said why. */
export class Told extends Error {
  readonly reason: RefusalReason;

  constructor(name: CallName, reason: RefusalReason) {
    super(`${name}: ${reason}`);
    this.reason = reason;
  }
}

/** Asks through the door; throws `Told` when it is refused. */
export async function value<Name extends CallName>(
  desk: DeskSeat,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await desk.ask(name, input);
  if (!reply.ok) throw new Told(name, reply.reason);
  return reply.value;
}

/** Signs in or unlocks, whatever the desk asks for. */
export async function comeIn(desk: DeskSeat): Promise<void> {
  const { user, locked } = await value(desk, 'desk.state', null);
  const password = SANDBOX_PASSWORD;
  if (!user) await value(desk, 'session.signIn', { userId: desk.userId, password });
  else if (locked) await value(desk, 'session.unlock', { password });
}

/** Ends whatever call is open. */
export async function hangUp(desk: DeskSeat): Promise<void> {
  if (!(await value(desk, 'call.current', null))) return;
  await value(desk, 'call.wrapUp', { disposition: 'explained', notes: '', followUps: [] });
}

/** A call from somebody who is verified; a guest payer only gives an amount. */
export async function takeCall(desk: DeskSeat, payer: Payer, isGuest: boolean): Promise<void> {
  await value(desk, 'call.start', { language: 'en', interpreter: false, tty: false });
  await value(desk, 'patients.choose', { mrn: payer.mrn as never });
  const callerRole = isGuest ? 'guest_payer' : 'patient';
  await value(desk, 'verification.begin', { callerRole });
  if (isGuest) return;
  for (const [factor, said] of [
    ['birth_date', payer.birthDate],
    ['phone', payer.phone],
  ] as const) {
    await value(desk, 'verification.answer', { factor, said });
  }
}

/** Opens the capture and types a card; its token stays with the desk. */
export async function captureCard(
  desk: DeskSeat,
  card: CallInput<'capture.submit'>,
): Promise<void> {
  const bounds = { x: 0, y: 0, width: 380, height: 260 };
  await value(desk, 'capture.open', { bounds, scheme: 'light', method: 'card' });
  const { faults } = await value(desk, 'capture.submit', card);
  if (Object.keys(faults).length > 0) throw new Error('The card is not one that can be typed.');
}
