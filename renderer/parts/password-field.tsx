import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A box for a password. As with every box, the line below it is kept free for what is wrong. */
export function PasswordField({ error, ...box }: PasswordInputProps) {
  return (
    <PasswordInput
      {...box}
      error={error}
      description={error ? undefined : '\u00a0'}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      errorProps={{ role: 'alert' }}
      autoComplete="off"
    />
  );
}
