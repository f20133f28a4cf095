import type { WebContents } from 'electron';
import { NEWS_CHANNEL } from '../calls/channels.ts';
import type { News } from '../desk/news.ts';

/** Passes the desk's news on to the pages that are open. */
export function tellPages(news: News, pages: () => readonly (WebContents | undefined)[]): void {
  news.listen(event => {
    for (const page of pages()) {
      if (page && !page.isDestroyed()) page.send(NEWS_CHANNEL, event);
    }
  });
}
