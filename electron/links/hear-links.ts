import type { App } from 'electron';
import { LINK_SCHEME } from '#shared/search/payment-link.ts';

type Heard = (words: readonly string[]) => void;

/**
 * Listens for links from the first moment on: macOS says what it was started for before it is ready, everybody
 * else in the arguments of this start or, once the desk runs, of a second one. Gives what hands them on.
 */
export function hearLinks(app: App) {
  const early: string[] = [];
  let follow: Heard = words => void early.push(...words);
  app.on('open-url', (event, link) => {
    event.preventDefault();
    follow([link]);
  });
  app.on('second-instance', (_event, words) => follow(words));
  // In a package alone: a developer's Electron would be registered with the arguments it happens to have.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  return (heard: Heard) => {
    follow = heard;
    heard([...process.argv, ...early]);
  };
}
