import { useTranslation } from 'react-i18next';
import { Field } from '../../parts/field.tsx';
import classes from './find-form.module.css';
import type { Find } from './use-find.ts';

export function NameBoxes({ find }: { find: Find }) {
  const { t } = useTranslation('locate');
  const { fault } = find;
  return (
    <>
      <Field
        data-focus-first
        autoFocus
        className={classes.name}
        label={t('labels.name')}
        description={t('shapes.name')}
        value={find.typed.name}
        onChange={event => find.change({ name: event.currentTarget.value })}
        error={fault?.at === 'name' && t(`faults.${fault.fault}`)}
      />
      <Field
        className={classes.birthDate}
        label={t('labels.birthDate')}
        description={t('shapes.birthDate')}
        value={find.typed.birthDate}
        onChange={event => find.change({ birthDate: event.currentTarget.value })}
        error={fault?.at === 'birthDate' && t(`faults.${fault.fault}`)}
      />
    </>
  );
}
