import type { Page } from 'playwright';
import type { CallInput, CallName, CallOutput, DeskBridge } from '#shared/desk/calls.ts';
import type { Reply } from '#shared/desk/refusal.ts';

/** Asks through the door from inside a page, as the page's own code does. */
export function askInPage<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<Reply<CallOutput<Name>>> {
  return page.evaluate(
    ([asked, given]) =>
      (window as unknown as { desk: DeskBridge }).desk.ask(asked as never, given as never) as never,
    [name, input] as const,
  );
}

/** The same, and throws unless the answer is a value. */
export async function valueInPage<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await askInPage(page, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.reason}: ${reply.message}`);
  return reply.value;
}
