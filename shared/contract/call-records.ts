import { z } from 'zod';
import { CallRecord } from '../billing/call-record.ts';
import { route } from './route.ts';

export const callRecordRoutes = {
  keepCallRecord: route({
    method: 'PUT',
    path: '/v1/calls/:callId',
    summary: 'Keep the record of a finished call; the same record twice changes nothing',
    params: z.object({ callId: z.uuid() }),
    body: CallRecord,
    status: 200,
    reply: z.object({ callId: z.uuid() }),
    problems: ['bad_request', 'signed_out', 'not_allowed', 'key_reused'],
  }),
};
