import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '#shared/contract/patients.ts';
import { FindForm } from '../call/locate/find-form.tsx';
import { FoundList } from '../call/locate/found-list.tsx';
import { useFind } from '../call/locate/use-find.ts';
import { useFindBy } from '../call/locate/use-find-by.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Pane } from '../parts/pane.tsx';
import { useFocusKept } from '../parts/use-focus-kept.ts';
import classes from './supervisor-page.module.css';
import { UnlockRecord } from './unlock-record.tsx';

/** Finding a record that wrong answers locked, and unlocking it with a reason. */
export function UnlockPage() {
  const { t } = useTranslation(['supervisor', 'locate']);
  const [kind, setKind] = useFindBy(null);
  const find = useFind(kind, setKind);
  const [chosen, setChosen] = useState<FoundPatient | null>(null);
  useFocusKept('find');
  return (
    <div className={classes.panes}>
      <Pane id="find" title={t('locate:title')}>
        <FindForm find={find} kind={kind} />
        {find.patients ? (
          <FoundList patients={find.patients} copiedAt={find.copiedAt} onChoose={setChosen} />
        ) : find.refused || find.fault ? null : (
          <EmptyState title={t('locate:emptyTitle')}>{t('emptyFind')}</EmptyState>
        )}
      </Pane>
      <div className={classes.record}>
        <Pane id="record" title={t('record')}>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.intro}>{t('intro')}</p>
          {chosen ? (
            <UnlockRecord
              key={chosen.mrn}
              heading="h2"
              patient={chosen}
              onUnlocked={() => find.change({ number: '' })}
            />
          ) : (
            <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
          )}
        </Pane>
      </div>
    </div>
  );
}
