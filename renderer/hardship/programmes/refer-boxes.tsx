import { useTranslation } from 'react-i18next';
import { Field } from '../../parts/field.tsx';
import classes from './programmes.module.css';
import type { useReferForm } from './use-refer-form.ts';

/** To whom, since when, and when it is asked after. */
export function ReferBoxes({
  form: { programme, typed, type, faults },
  tried,
}: {
  form: ReturnType<typeof useReferForm>;
  tried: boolean;
}) {
  const { t } = useTranslation('programmes');
  return (
    <>
      <div className={classes.boxes}>
        <Field
          label={t('organization')}
          description={t(`hints.${programme}`)}
          value={typed.organization}
          error={tried && faults.organization}
          maxLength={120}
          onChange={event => type({ organization: event.currentTarget.value })}
        />
        <Field
          label={t('contact')}
          description={t('contactHint')}
          value={typed.contact}
          maxLength={200}
          onChange={event => type({ contact: event.currentTarget.value })}
        />
        {(['referredOn', 'followUpOn'] as const).map(day => (
          <Field
            key={day}
            type="date"
            label={t(day)}
            value={typed[day]}
            error={faults[day]}
            onChange={event => type({ [day]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Field
        label={t('note')}
        value={typed.note}
        maxLength={500}
        onChange={event => type({ note: event.currentTarget.value })}
      />
    </>
  );
}
