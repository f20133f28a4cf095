import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that cannot be had; the message is one sentence with what to do. */
class PortRefused extends Error {}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program; stop that one',
  EACCES: 'may not be used by this user; take one above 1023',
};

/** Says in one sentence why `listen` could not have the port that an option asked for. */
export async function onPort<Listening>(
  option: string,
  port: number | undefined,
  listen: () => Promise<Listening>,
): Promise<Listening> {
  try {
    return await listen();
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    if (!reason || port === undefined) throw error;
    throw new PortRefused(`Port ${port} ${reason}, or choose another with ${option}.`, {
      cause: error,
    });
  }
}

/** Finds out before anything is started that a port cannot be had. */
export async function checkPort(option: string, port: number | undefined): Promise<void> {
  if (port === undefined) return;
  await onPort(option, port, async () => {
    const probe = createServer().listen(port, '127.0.0.1');
    await once(probe, 'listening');
    probe.close();
    await once(probe, 'close');
  });
}
