import { Button } from '@mantine/core';
import { useTakesFocus } from '../../../parts/focus.ts';
import { Keycap } from '../../../parts/keycap.tsx';
import { useKeys } from '../../../parts/keys.ts';
import classes from './result.module.css';

const TAKE_KEY = 'Ctrl+T';

/** Opens the card entry for a new attempt over the same amount. */
export function TakeCardAgain({ does, onTakeCard }: { does: string; onTakeCard: () => void }) {
  const button = useTakesFocus<HTMLButtonElement>();
  useKeys({ [TAKE_KEY]: { does, run: onTakeCard } });
  return (
    <div className={classes.actions}>
      <Button
        ref={button}
        data-focus-first
        aria-keyshortcuts={TAKE_KEY}
        rightSection={<Keycap name={TAKE_KEY} />}
        onClick={onTakeCard}
      >
        {does}
      </Button>
    </div>
  );
}
