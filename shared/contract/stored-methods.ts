import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { KeepConsent, StoredMethod } from '../stored/stored-method.ts';
import { route } from './route.ts';

const verificationId = z.uuid();
const byId = z.object({ methodId: z.uuid() });
const always = ['bad_request', 'signed_out', 'not_allowed', 'not_verified'] as const;

export const storedMethodRoutes = {
  storedMethods: route({
    method: 'GET',
    path: '/v1/verifications/:verificationId/stored-methods',
    summary: 'Cards and bank accounts that are kept for this guarantor, the newest first',
    params: z.object({ verificationId }),
    status: 200,
    reply: z.object({ methods: z.array(StoredMethod) }),
    problems: always,
  }),
  keepMethod: route({
    method: 'PUT',
    path: '/v1/stored-methods/:methodId',
    summary:
      'Keep a captured card for later calls, by its holder’s own yes. Sent again it is answered alike',
    params: byId,
    body: z.strictObject({
      verificationId,
      token: z.string().min(8).max(80),
      consent: KeepConsent,
    }),
    status: 200,
    reply: StoredMethod,
    problems: [...always, 'token_unknown', 'key_reused', 'method_not_found', 'unavailable'],
  }),
  removeMethod: route({
    method: 'POST',
    path: '/v1/stored-methods/:methodId/remove',
    summary:
      'Keep it no longer: it pays nothing from now on, and its token is deleted where it means something',
    params: byId,
    body: z.strictObject({ verificationId }),
    status: 200,
    reply: z.object({ methodId: z.uuid(), removedAt: Instant }),
    problems: [...always, 'method_not_found', 'method_in_use'],
  }),
};
