import type { ComponentProps, ReactNode, Ref } from 'react';

interface EntryBoxProps extends Omit<ComponentProps<'input'>, 'id' | 'onChange'> {
  readonly id: string;
  readonly label: string;
  readonly complaint: string | undefined;
  readonly onType: (box: HTMLInputElement) => void;
  readonly ref?: Ref<HTMLInputElement>;
  readonly children?: ReactNode;
}

/** One labelled box of a card or a bank account. The sentence about it is drawn by its row, which keeps the room for it. */
export function EntryBox({ id, label, complaint, onType, children, ...box }: EntryBoxProps) {
  return (
    <div className="box">
      <label htmlFor={id}>{label}</label>
      <input
        {...box}
        id={id}
        type="text"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-required="true"
        aria-invalid={complaint !== undefined}
        aria-describedby={complaint ? `${id}-complaint` : undefined}
        onChange={event => onType(event.currentTarget)}
      />
      {children}
    </div>
  );
}
