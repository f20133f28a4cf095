import { keycaps } from './key-name.ts';
import classes from './keycap.module.css';

/** A key as it is printed on the keyboard; hidden from screen readers, which hear `aria-keyshortcuts`. */
export function Keycap({ name }: { name: string }) {
  return (
    <span className={classes.caps} aria-hidden="true">
      {keycaps(name).map(cap => (
        <kbd key={cap} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
