import type { CallOutput } from '#shared/desk/calls.ts';
import { isMeantAsLink, keyOfLink } from '#shared/search/payment-link.ts';
import type { News } from '../desk/news.ts';

type OpenedLink = NonNullable<CallOutput<'links.take'>>;

/** The last link this desk was asked to open, until somebody who is signed in takes it. */
export interface OpenedLinks {
  /** Keeps the last link among `words`, the arguments of a start. */
  open(words: readonly string[]): void;
  /** The payment to be opened, or that the link was none; undefined where none waits. */
  take(): OpenedLink | undefined;
}

export function createOpenedLinks(news: News): OpenedLinks {
  let waiting: OpenedLink | undefined;
  return {
    open(words) {
      const link = words.findLast(isMeantAsLink);
      if (link === undefined) return;
      const key = keyOfLink(link);
      waiting = key ? { kind: 'payment', key } : { kind: 'strange' };
      news.tell('link');
    },
    take() {
      const taken = waiting;
      waiting = undefined;
      return taken;
    },
  };
}
