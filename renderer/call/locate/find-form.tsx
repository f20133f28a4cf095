import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Busy } from '../../parts/busy.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './find-form.module.css';
import type { FindKind } from './find-kinds.ts';
import { KindChoice } from './kind-choice.tsx';
import { NameBoxes } from './name-boxes.tsx';
import { NumberBox } from './number-box.tsx';
import type { Find } from './use-find.ts';

/** One of four numbers, or name with date of birth. */
export function FindForm({ find, kind }: { find: Find; kind: FindKind }) {
  const { t } = useTranslation('locate');
  const isNobody = kind === 'name' && find.refused?.reason === 'patient_not_found';
  const refused = isNobody ? { message: t('nobody') } : find.refused;
  return (
    <form
      className={classes.form}
      onSubmit={event => {
        event.preventDefault();
        find.submit();
      }}
    >
      <KindChoice kind={kind} onChange={find.chooseKind} />
      <div className={classes.boxes}>
        {kind === 'name' ? <NameBoxes find={find} /> : <NumberBox find={find} kind={kind} />}
        <Button type="submit" className={classes.find}>
          {t('find')}
        </Button>
      </div>
      <Busy busy={find.busy} does={t('finding')} />
      <RefusedNote refused={refused} />
    </form>
  );
}
