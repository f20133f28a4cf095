import { keycaps } from './key-name.ts';
import classes from './keycap.module.css';

/**
 * A key as it is printed on the keyboard. Beside a control it is hidden from screen readers, which hear
 * the control's `aria-keyshortcuts`; `spoken` in lists of keys.
 */
export function Keycap({ name, spoken = false }: { name: string; spoken?: boolean }) {
  return (
    <span className={classes.caps} aria-hidden={!spoken}>
      {keycaps(name).map(cap => (
        <kbd key={cap} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
