import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTakesFocus } from '../../parts/focus.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { SAID_KEY } from '../../parts/spoken-words.tsx';
import classes from './acknowledge.module.css';

/** That words were read out for this very payment, acknowledged by key or by hand. */
export function Acknowledge({
  label,
  given,
  rests = false,
  onGive,
}: {
  label: string;
  given: boolean;
  /** Other words are being read: the key is theirs until they are done with. */
  rests?: boolean;
  onGive: () => void;
}) {
  const { t } = useTranslation('common');
  const box = useTakesFocus<HTMLInputElement>();
  const isNext = !(given || rests);
  useKeys(isNext ? { [SAID_KEY]: { does: t('say.said'), run: onGive } } : {});
  return (
    <div className={classes.acknowledge}>
      <Checkbox
        ref={box}
        size="xs"
        data-focus-first
        label={label}
        checked={given}
        readOnly={given}
        aria-keyshortcuts={SAID_KEY}
        onChange={() => !given && onGive()}
      />
      {isNext && <Keycap name={SAID_KEY} />}
    </div>
  );
}
