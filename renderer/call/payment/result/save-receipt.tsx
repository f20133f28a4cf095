import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '#shared/desk/attempt.ts';
import { useSpoken } from '../../../parts/use-spoken.ts';
import { SaveFile } from './save-file.tsx';

/**
 * The receipt as a PDF, and for a debit the written copy of its authorisation; in the caller's language
 * unless the other one is asked for.
 */
export function SaveReceipt({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation('payment');
  const spoken = useSpoken();
  const [chosen, setChosen] = useState<'en' | 'es'>();
  const language = chosen ?? spoken.language;
  const file = { attempt, language };
  return (
    <>
      <SaveFile {...file} of="receipts.save" keyName="Ctrl+S">
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
      </SaveFile>
      {attempt.method.kind === 'ach' && (
        <SaveFile {...file} of="authorisations.save" keyName="Ctrl+Shift+S" />
      )}
    </>
  );
}
