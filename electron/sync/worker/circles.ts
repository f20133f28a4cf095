import type { CheckedPage } from '#db/cache/apply-page.ts';

/** What to do about a feed that does not go forward. */
type Verdict = 'wait' | 'renew' | 'stop';

const MOST_TRIES = 5;

/** Watches that the feed goes forward: cursors are opaque, but none may come a second time. */
export interface Circles {
  leadsBack(page: CheckedPage): boolean;
  passed(page: CheckedPage): void;
  /** Another page did not go forward. The copy is renewed once; if that does not help, it is left alone. */
  again(): Verdict;
  /** The copy begins anew, and may see every cursor again. */
  forget(): void;
}

export function createCircles(): Circles {
  const seen = new Set<string>();
  let tries = 0;
  let hasRenewed = false;
  return {
    leadsBack: ({ since, next, more }) => (next === since ? more : seen.has(next)),
    passed({ since, next, more }) {
      if (since !== null) seen.add(since);
      seen.add(next);
      tries = 0;
      if (more) return;
      hasRenewed = false;
      // What comes from here on is little and goes on for days.
      seen.clear();
      seen.add(next);
    },
    again() {
      tries += 1;
      if (tries < MOST_TRIES) return 'wait';
      if (hasRenewed) return 'stop';
      hasRenewed = true;
      return 'renew';
    },
    forget() {
      seen.clear();
      tries = 0;
    },
  };
}
