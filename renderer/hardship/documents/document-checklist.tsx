import { useTranslation } from 'react-i18next';
import type { Requirement } from '#shared/assistance/application.ts';
import type { ApplicationState } from '#shared/assistance/application-states.ts';
import type { AssistanceDocument } from '#shared/assistance/document.ts';
import { DocumentKind } from '#shared/assistance/policy.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useApplicationChange } from '../application/use-application-change.ts';
import { DocumentOnItsWay } from './document-on-its-way.tsx';
import { DocumentRow } from './document-row.tsx';
import classes from './documents.module.css';
import { KindHead } from './kind-head.tsx';
import { SettleKind } from './settle-kind.tsx';
import { useAddDocument } from './use-add-document.ts';

const ADD_KEY = 'Ctrl+D';

/** What comes next: what is missing, then what was refused. */
const nextToAdd = (asked: readonly Requirement[]) =>
  asked.find(({ state }) => state === 'missing') ?? asked.find(({ state }) => state === 'refused');

/** What is asked for, kind by kind, and below each what came; a key adds what is missing first. */
export function DocumentChecklist({
  asked,
  documents,
  state,
  ids,
  today,
  mayWork,
  isAway,
}: {
  asked: readonly Requirement[];
  documents: readonly AssistanceDocument[];
  state: ApplicationState | null;
  ids: { readonly caseId: string; readonly applicationId: string };
  today: CalendarDate;
  mayWork: boolean;
  /** Nothing is added now; what was typed stays. */
  isAway: boolean;
}) {
  const { t } = useTranslation(['documents', 'application']);
  const { add, run } = useAddDocument(ids.applicationId);
  const change = useApplicationChange('applications.requirement', t('application:heard.settled'));
  const next = nextToAdd(asked);
  const mayAdd = mayWork && !isAway;
  useKeys(
    mayAdd && next
      ? { [ADD_KEY]: { does: t('addNext'), run: () => run(next.kind), shown: 'help' } }
      : {},
  );
  const shown = DocumentKind.options.filter(
    kind => asked.some(each => each.kind === kind) || documents.some(each => each.kind === kind),
  );
  return (
    <>
      <ul aria-label={t('title')} className={classes.kinds}>
        {shown.map(kind => {
          const requirement = asked.find(each => each.kind === kind);
          const came = documents.filter(each => each.kind === kind);
          const hasFile = came.some(({ refused }) => refused === null);
          return (
            <li key={kind}>
              <KindHead
                {...{ kind, requirement, hasFile, today }}
                mayAdd={mayAdd && !add.isPending}
                {...(next?.kind === kind && { keyName: ADD_KEY })}
                onAdd={() => run(kind)}
              />
              <ul aria-label={t(`kinds.${kind}`)}>
                {came.map(each => (
                  <DocumentRow key={each.documentId} document={each} mayRefuse={mayAdd} />
                ))}
              </ul>
              {mayWork && requirement && (
                <SettleKind
                  {...{ requirement, hasFile, today, state }}
                  onSettled={to => change.run({ ...ids, kind, change: to })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {add.isPending && <DocumentOnItsWay />}
      <RefusedNote refused={add.error ?? change.refused} />
    </>
  );
}
