import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadAt } from '../../desk/use-now.ts';
import { ExportButton } from '../../export/export-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { focusPane } from '../../parts/focus.ts';
import { HiddenHeading } from '../../parts/hidden-heading.tsx';
import { Pane } from '../../parts/pane.tsx';
import { useFocusKept } from '../../parts/use-focus-kept.ts';
import { ReadNote } from '../read-note.tsx';
import page from '../supervisor-page.module.css';
import { usePaneKeys } from '../use-pane-keys.ts';
import { ApplicationPane } from './application-pane.tsx';
import type { ChosenApplication } from './chosen-application.ts';
import { DecidedApplications } from './decided-applications.tsx';
import { useWaitingApplications } from './use-application-lists.ts';
import { WaitingApplications } from './waiting-applications.tsx';

const exported = [
  { list: 'waitingApplications' },
  { list: 'decidedApplications', filters: { which: 'all' } },
] as const;

/** Applications that wait for a decision and what was decided at the left, the chosen one at the right. */
export function ApplicationsPage() {
  const { t } = useTranslation('decisions');
  const waiting = useWaitingApplications();
  const { data, dataUpdatedAt } = waiting;
  const readAt = useReadAt(dataUpdatedAt);
  const [chosen, setChosen] = useState<ChosenApplication | null>(null);
  useFocusKept('applications');
  usePaneKeys(
    { pane: 'applications', does: t('keys.list') },
    { pane: 'application', does: t('keys.chosen') },
  );
  const choose = (application: ChosenApplication) => {
    setChosen(application);
    focusPane('application');
  };
  return (
    <div className={page.panes}>
      <Pane
        id="applications"
        title={t('title')}
        scrolledByKey
        aside={<ExportButton what={exported} />}
      >
        <ReadNote
          reading={waiting}
          words={{ away: t('asItWas', { time: readAt }), again: t('again'), reading: t('reading') }}
        />
        {!data && <HiddenHeading>{t('title')}</HiddenHeading>}
        {data && (
          <WaitingApplications waiting={waiting} data={data} chosen={chosen} onChoose={choose} />
        )}
        <DecidedApplications chosen={chosen} onChoose={choose} />
      </Pane>
      <div className={page.record}>
        <Pane id="application" title={t('chosen')} scrolledByKey>
          {chosen ? (
            <ApplicationPane key={chosen.applicationId} chosen={chosen} />
          ) : (
            <EmptyState title={t('chooseTitle')}>{t('choose')}</EmptyState>
          )}
        </Pane>
      </div>
    </div>
  );
}
