import { z } from 'zod';
import { Role } from '../access/roles.ts';
import { Instant } from '../calendar/dates.ts';
import { RegionCode } from '../organization/regions.ts';
import { route } from './route.ts';

export const DeskUser = z.object({
  userId: z.string().min(1).max(64),
  name: z.string(),
  role: Role,
  regions: z.array(RegionCode),
});
export type DeskUser = z.infer<typeof DeskUser>;

export const Session = z.object({
  token: z.string(),
  expiresAt: Instant,
  user: DeskUser,
  /** Lets this workstation ask after its own payments, and nothing else, while nobody is signed in. */
  workstationToken: z.string(),
});
export type Session = z.infer<typeof Session>;

/** A sandbox is moved by 400 days at most at a time; this is as far as a desk follows it. */
const MOST_AHEAD_MS = 100 * 366 * 24 * 3_600_000;

export const Hello = z.object({
  product: z.literal('remit-backend'),
  protocolVersion: z.int(),
  sandbox: z.boolean(),
  now: Instant,
  /** How far a sandbox was moved ahead of the real time, in ms; never said where the patients are real. */
  aheadMs: z.int().min(0).max(MOST_AHEAD_MS).optional(),
});
export type Hello = z.infer<typeof Hello>;

export const sessionRoutes = {
  hello: route({
    method: 'GET',
    path: '/v1/hello',
    summary: 'Which protocol the backend speaks, and whether it is the sandbox',
    status: 200,
    reply: Hello,
    problems: [],
    anyProtocol: true,
  }),
  signIn: route({
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Sign in with a sandbox account; ten wrong passwords lock it for thirty minutes',
    body: z.strictObject({
      userId: z.string().min(1).max(64),
      password: z.string().min(1).max(200),
      workstationId: z.uuid(),
    }),
    status: 201,
    reply: Session,
    problems: ['bad_request', 'bad_credentials', 'sign_in_locked', 'user_switched_off'],
  }),
  currentSession: route({
    method: 'GET',
    path: '/v1/sessions/current',
    summary: 'Who is signed in, and until when',
    status: 200,
    reply: Session.omit({ token: true, workstationToken: true }),
    problems: ['signed_out', 'not_allowed'],
  }),
  signOut: route({
    method: 'DELETE',
    path: '/v1/sessions/current',
    summary: 'End the session',
    status: 204,
    reply: z.null(),
    problems: ['signed_out', 'not_allowed'],
  }),
};
