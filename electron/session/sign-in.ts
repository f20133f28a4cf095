import type { Session } from '#shared/contract/session.ts';
import type { BackendClient } from '../backend/client.ts';
import { orRefuse } from '../backend/refusal-of.ts';

/** How somebody proves to the backend who they are. OpenID Connect takes this place in production. */
export interface SignIn {
  open(userId: string, password: string): Promise<Session>;
  close(token: string): Promise<void>;
}

/** The sandbox's own accounts: user name and password over the backend's simple session. */
export function sandboxSignIn(backend: BackendClient, workstationId: string): SignIn {
  return {
    open: (userId, password) =>
      orRefuse(backend.ask('signIn', { body: { userId, password, workstationId } })),
    async close(token) {
      await backend.ask('signOut', {}, { token });
    },
  };
}
