import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import { usePages } from '../../desk/use-pages.ts';

/** Counselors and other supervisors decide meanwhile; nobody tells this desk of it. */
const READ_AGAIN_MS = 5_000;

/** What has to be decided, page by page, read again every few seconds while it is looked at. */
export const useWaitingApplications = () =>
  usePages<CallOutput<'applications.waiting'>>(
    ['applications.waiting'],
    next => ask('applications.waiting', next ?? {}),
    READ_AGAIN_MS,
  );

/** What was decided, page by page; all of it, or what is not as the rule said. */
export const useDecidedApplications = (which: 'all' | 'overrides') =>
  usePages<CallOutput<'applications.decided'>>(
    ['applications.decided', which],
    next => ask('applications.decided', { which, ...next }),
    READ_AGAIN_MS,
  );
