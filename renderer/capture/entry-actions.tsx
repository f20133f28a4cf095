import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Enter hands over what was typed, Escape gives it up. */
export function EntryActions({
  use,
  sending,
  cancel,
}: {
  use: string;
  sending: boolean;
  cancel: () => void;
}) {
  const { t } = useTranslation('capture');
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return (
    <div className="actions">
      <button type="submit" className="use" aria-disabled={sending} aria-keyshortcuts="Enter">
        {sending ? t('sending') : use}
        <span className="key" aria-hidden="true">
          {t('enterKey')}
        </span>
      </button>
      <button type="button" onClick={cancel} aria-keyshortcuts="Escape">
        {t('cancel')}
        <span className="key" aria-hidden="true">
          {t('escapeKey')}
        </span>
      </button>
    </div>
  );
}
