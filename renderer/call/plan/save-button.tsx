import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../desk/refused.ts';
import { Busy } from '../../parts/busy.tsx';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './plan.module.css';

const SAVE_KEY = 'Ctrl+S';

/** A disclosure as a PDF, and where it went. */
export function SaveButton({
  save,
  onSave,
}: {
  save: {
    readonly isPending: boolean;
    readonly data: { readonly savedAs: string | null } | undefined;
    readonly error: Refused | null;
  };
  onSave: () => void;
}) {
  const { t } = useTranslation('plan');
  const run = () => {
    if (!save.isPending) onSave();
  };
  useKeys({ [SAVE_KEY]: { does: t('save'), run, shown: 'help' } });
  const file = save.data?.savedAs;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        className={classes.save}
        leftSection={<IconFileTypePdf size={16} aria-hidden="true" />}
        rightSection={<Keycap name={SAVE_KEY} />}
        aria-keyshortcuts="Control+S"
        onClick={run}
      >
        {t('save')}
      </Button>
      <Busy busy={save.isPending} />
      <p className={classes.aside} role="status">
        {file && t('saved', { file })}
      </p>
      <RefusedNote refused={save.error} />
    </>
  );
}
