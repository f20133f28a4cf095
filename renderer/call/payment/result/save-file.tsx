import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '#shared/desk/attempt.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { Busy } from '../../../parts/busy.tsx';
import { Keycap } from '../../../parts/keycap.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { RefusedNote } from '../../../parts/refused-note.tsx';
import classes from './result.module.css';

const words = {
  'receipts.save': { does: 'saveReceipt', saved: 'receiptSaved' },
  'authorisations.save': { does: 'saveAuthorisation', saved: 'authorisationSaved' },
} as const;

/** Saves one paper of a payment by its key, and says where it went. */
export function SaveFile({
  attempt,
  language,
  of,
  keyName,
  children,
}: {
  attempt: Attempt;
  language: 'en' | 'es';
  of: keyof typeof words;
  keyName: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation('payment');
  const save = useAskTo(of);
  const { does, saved } = words[of];
  const run = () => {
    if (!save.isPending) save.mutate({ key: attempt.key, language });
  };
  useKeys({ [keyName]: { does: t(does), run } });
  const file = save.data?.savedAs;
  return (
    <>
      <div className={classes.file}>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={16} aria-hidden="true" />}
          rightSection={<Keycap name={keyName} />}
          aria-keyshortcuts={keyName.replace('Ctrl', 'Control')}
          onClick={run}
        >
          {t(does)}
        </Button>
        {children}
        <Busy busy={save.isPending} />
      </div>
      <p className={classes.aside} role="status">
        {file && t(saved, { file })}
      </p>
      <RefusedNote refused={save.error} />
    </>
  );
}
