import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../desk/refused.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { leavePlainKeys } from '../../parts/leave-plain-keys.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './decisions.module.css';

/** Money leaves by this key alone. */
const APPROVE_KEY = 'Ctrl+Enter';

/** Says yes or no with a reason; what became of it stays. */
export function DecideForm({
  yes,
  no,
  hint,
  withKey = false,
  busy,
  refused,
  done,
  onDecide,
}: {
  yes: string;
  no: string;
  /** Who will read the reason. */
  hint: string;
  /** Yes has a key of its own; of all the lists on the page one may have it. */
  withKey?: boolean;
  busy: boolean;
  refused: Refused | null;
  done: string | undefined;
  onDecide: (isYes: boolean, reason: string) => void;
}) {
  const { t } = useTranslation('afterPayment');
  const reason = useReason();

  function run(isYes: boolean) {
    const given = reason.give();
    if (given !== undefined && !busy) onDecide(isYes, given);
  }

  useKeys(
    withKey && done === undefined ? { [APPROVE_KEY]: { does: yes, run: () => run(true) } } : {},
  );
  if (done !== undefined) {
    return (
      <p role="status" className={classes.done}>
        {done}
      </p>
    );
  }
  return (
    <div className={classes.form}>
      <ReasonBox autoFocus reason={reason} label={t('reason')} hint={hint} />
      <RefusedNote refused={refused} />
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          {...(withKey && {
            'aria-keyshortcuts': 'Control+Enter',
            rightSection: <Keycap name={APPROVE_KEY} />,
            onKeyDown: leavePlainKeys,
          })}
          onClick={() => run(true)}
        >
          {yes}
        </Button>
        <Button size="compact-sm" variant="outline" color="var(--stop)" onClick={() => run(false)}>
          {no}
        </Button>
      </div>
    </div>
  );
}
