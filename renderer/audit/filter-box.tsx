import { TextInput } from '@mantine/core';

/** A small box of a filter; empty asks for nothing. */
export function FilterBox({
  label,
  type,
  value,
  error,
  onChange,
}: {
  label: string;
  type?: 'date';
  value: string | null;
  error: string | undefined;
  onChange: (value: string | null) => void;
}) {
  return (
    <TextInput
      size="xs"
      label={label}
      {...(type && { type })}
      value={value ?? ''}
      error={error}
      errorProps={{ role: 'alert' }}
      autoComplete="off"
      spellCheck={false}
      onChange={event => onChange(event.currentTarget.value.trim() || null)}
    />
  );
}
