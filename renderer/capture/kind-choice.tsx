import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BankAccountKind } from '#shared/billing/payment-method.ts';

/** With Alt, so that it works while a number is being typed. */
const keyOf: Readonly<Record<BankAccountKind, string>> = { checking: 'c', savings: 's' };

/** Which kind of account: checking, unless the caller says savings. */
export function KindChoice({
  kind,
  choose,
}: {
  kind: BankAccountKind;
  choose: (kind: BankAccountKind) => void;
}) {
  const { t } = useTranslation('capture');
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const chosen = BankAccountKind.options.find(each => keyOf[each] === event.key.toLowerCase());
      if (!event.altKey || !chosen) return;
      event.preventDefault();
      choose(chosen);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return (
    <fieldset className="kinds">
      <legend>{t('accountKind')}</legend>
      {BankAccountKind.options.map(each => (
        <label key={each} className="kind" data-chosen={each === kind}>
          <input
            type="radio"
            name="kind"
            checked={each === kind}
            aria-keyshortcuts={`Alt+${keyOf[each].toUpperCase()}`}
            onChange={() => choose(each)}
          />
          {t(`accountKinds.${each}`)}
          <span className="key" aria-hidden="true">
            {t(`kindKeys.${each}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
