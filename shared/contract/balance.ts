import { z } from 'zod';
import { Balance } from '../billing/balance.ts';
import { route } from './route.ts';

export const balanceRoutes = {
  balance: route({
    method: 'GET',
    path: '/v1/verifications/:verificationId/balance',
    summary: 'Accounts, charges, statements and payments, for a verified caller',
    params: z.object({ verificationId: z.uuid() }),
    status: 200,
    reply: Balance,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'not_verified'],
  }),
};
