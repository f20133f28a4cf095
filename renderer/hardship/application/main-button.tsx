import { Button } from '@mantine/core';
import { Keycap } from '../../parts/keycap.tsx';
import classes from './application.module.css';
import { MAIN_KEY } from './main-key.ts';

/** Sends the form that comes next in the application; its key does the same from anywhere in the case. */
export function MainButton({ does, busy }: { does: string; busy: boolean }) {
  return (
    <div className={classes.buttons}>
      <Button
        type="submit"
        size="compact-sm"
        aria-keyshortcuts="Control+Shift+A"
        rightSection={<Keycap name={MAIN_KEY} />}
        loading={busy}
      >
        {does}
      </Button>
    </div>
  );
}
