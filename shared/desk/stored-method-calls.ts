import { z } from 'zod';
import { storedMethodRoutes } from '../contract/stored-methods.ts';
import { call } from './call.ts';
import { OpenCall } from './open-call.ts';

const methodId = z.uuid();

/** Cards and bank accounts that are kept. Without the backend nothing of it is shown or done. */
export const storedMethodCalls = {
  'storedMethods.list': call({
    input: z.null(),
    output: storedMethodRoutes.storedMethods.reply,
  }),
  /** Takes what is kept for the payment of this call, in place of a capture; nothing is charged by it. */
  'storedMethods.choose': call({ input: z.strictObject({ methodId }), output: OpenCall }),
  /** The caller's yes to the captured card's being kept for later calls. */
  'storedMethods.keep': call({
    input: z.strictObject({ language: z.enum(['en', 'es']) }),
    output: OpenCall,
  }),
  /** The caller's word that it is to go. */
  'storedMethods.remove': call({
    input: z.strictObject({ methodId }),
    output: storedMethodRoutes.removeMethod.reply,
  }),
};
