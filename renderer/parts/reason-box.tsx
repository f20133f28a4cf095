import { Textarea } from '@mantine/core';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedReason } from './use-reason.ts';

/** Enter alone sends; with Shift it begins a line. */
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** Where a reason is typed; below it stands who will read it, and what is wrong with it. */
export function ReasonBox({
  ref,
  reason,
  label,
  hint,
  autoFocus = false,
  enterSends = false,
}: {
  ref?: Ref<HTMLTextAreaElement>;
  reason: TypedReason;
  label: string;
  hint?: string | undefined;
  autoFocus?: boolean;
  /** Where nothing is charged or given back by it. */
  enterSends?: boolean;
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
      {...(enterSends && { onKeyDown: sendOnEnter })}
    />
  );
}
