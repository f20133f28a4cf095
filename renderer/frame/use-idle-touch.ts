import { useEffect } from 'react';

/** Often enough for a lock after fifteen minutes (PCI DSS 8.2.8), seldom enough to go unnoticed. */
const AT_MOST_EVERY_MS = 60_000;

/** Tells the main process that somebody is at the keyboard or the mouse, at most once a minute. */
export function useIdleTouch(): void {
  useEffect(() => {
    let toldAt = Number.NEGATIVE_INFINITY;
    function touched() {
      if (performance.now() - toldAt < AT_MOST_EVERY_MS) return;
      toldAt = performance.now();
      void window.desk.ask('session.touch', null);
    }
    window.addEventListener('keydown', touched, true);
    window.addEventListener('pointerdown', touched, true);
    return () => {
      window.removeEventListener('keydown', touched, true);
      window.removeEventListener('pointerdown', touched, true);
    };
  }, []);
}
