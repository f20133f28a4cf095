import { z } from 'zod';
import { DeskUser } from '../contract/session.ts';
import { call } from './call.ts';
import { DeskState } from './state.ts';

const Password = z.string().min(1).max(200);

export const sessionCalls = {
  'desk.state': call({ input: z.null(), output: DeskState }),
  'session.signIn': call({
    input: z.strictObject({ userId: z.string().trim().min(1).max(64), password: Password }),
    output: DeskUser,
  }),
  'session.lock': call({ input: z.null(), output: z.null() }),
  'session.unlock': call({ input: z.strictObject({ password: Password }), output: DeskUser }),
  'session.signOut': call({ input: z.null(), output: z.null() }),
  /** The person touched keyboard or mouse; idle for fifteen minutes locks (PCI DSS 8.2.8). */
  'session.touch': call({ input: z.null(), output: z.null() }),
};
