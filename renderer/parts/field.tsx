import { TextInput, type TextInputProps } from '@mantine/core';

/** A one-line box. The line below it is always kept free, so that an error moves nothing. */
export function Field({ error, description, ...box }: TextInputProps) {
  return (
    <TextInput
      {...box}
      error={error}
      description={error ? undefined : (description ?? '\u00a0')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      spellCheck={false}
      errorProps={{ role: 'alert' }}
    />
  );
}
