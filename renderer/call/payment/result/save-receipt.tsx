import { Button, SegmentedControl } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '#shared/desk/attempt.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { Busy } from '../../../parts/busy.tsx';
import { Keycap } from '../../../parts/keycap.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { RefusedNote } from '../../../parts/refused-note.tsx';
import { useSpoken } from '../../../parts/use-spoken.ts';
import classes from './result.module.css';

const SAVE_KEY = 'Ctrl+S';

/** The receipt as a PDF, in the caller's language unless the other one is asked for. */
export function SaveReceipt({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation('payment');
  const spoken = useSpoken();
  const [chosen, setChosen] = useState<'en' | 'es'>();
  const save = useAskTo('receipts.save');
  const language = chosen ?? spoken.language;
  const run = () => {
    if (!save.isPending) save.mutate({ key: attempt.key, language });
  };
  useKeys({ [SAVE_KEY]: { does: t('saveReceipt'), run } });
  const file = save.data?.savedAs;
  return (
    <>
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={16} aria-hidden="true" />}
          rightSection={<Keycap name={SAVE_KEY} />}
          aria-keyshortcuts="Control+S"
          onClick={run}
        >
          {t('saveReceipt')}
        </Button>
        <SegmentedControl
          size="xs"
          aria-label={t('receiptLanguage')}
          value={language}
          onChange={value => setChosen(value === 'es' ? 'es' : 'en')}
          data={[
            { value: 'en', label: 'EN' },
            { value: 'es', label: 'ES' },
          ]}
        />
        <Busy busy={save.isPending} />
      </div>
      <p className={classes.aside} role="status">
        {file && t('receiptSaved', { file })}
      </p>
      <RefusedNote refused={save.error} />
    </>
  );
}
