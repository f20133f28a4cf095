import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { Hello } from '#shared/contract/session.ts';
import type { BackendClient } from './client.ts';
import { BackendRefused } from './failures.ts';

/**
 * Desk and backend exchange their protocol versions before anything else is said. While they differ
 * nothing but the greeting is sent, so that nobody writes what the other means in another way. `onHello`
 * hears every greeting, the first one before anything else is answered.
 */
export function agreeFirst(backend: BackendClient, onHello: (hello: Hello) => void): BackendClient {
  let agreed = false;

  const learn = (hello: Hello) => {
    agreed = hello.protocolVersion === PROTOCOL_VERSION;
    onHello(hello);
  };

  return {
    async ask(name, given, options) {
      if (name !== 'hello') {
        if (!agreed) learn(await backend.ask('hello', {}));
        if (!agreed) throw new BackendRefused({ code: 'protocol_mismatch' });
      }
      try {
        const reply = await backend.ask(name, given, options);
        if (name === 'hello') learn(reply as Hello);
        return reply;
      } catch (failure) {
        const differs = failure instanceof BackendRefused && failure.code === 'protocol_mismatch';
        if (differs || name === 'hello') agreed = false;
        throw failure;
      }
    },
  };
}
