import type { BackendClient } from './client.ts';
import { BackendUnreachable } from './failures.ts';
import type { Standing } from './standing.ts';

/** A client whose unanswered questions make the desk look at once whether the backend is still there. */
export function noticeSilence(
  backend: BackendClient,
  standing: Pick<Standing, 'current' | 'check'>,
): BackendClient {
  return {
    async ask(name, given, options) {
      try {
        return await backend.ask(name, given, options);
      } catch (failure) {
        const isNews = failure instanceof BackendUnreachable && standing.current() === 'reachable';
        if (isNews) void standing.check();
        throw failure;
      }
    },
  };
}
