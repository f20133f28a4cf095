import { Textarea } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedReason } from './use-reason.ts';

/** Where a reason is typed; below it stands who will read it, and what is wrong with it. */
export function ReasonBox({
  ref,
  reason,
  label,
  hint,
  autoFocus = false,
}: {
  ref?: Ref<HTMLTextAreaElement>;
  reason: TypedReason;
  label: string;
  hint?: string | undefined;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation('common');
  return (
    <Textarea
      {...(ref && { ref })}
      w="100%"
      autoFocus={autoFocus}
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={reason.typed}
      error={reason.isMissing && t('reasonMissing')}
      errorProps={{ role: 'alert' }}
      maxLength={500}
      rows={2}
      onChange={event => reason.type(event.currentTarget.value)}
    />
  );
}
