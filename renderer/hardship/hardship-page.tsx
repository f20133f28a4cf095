import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../desk/kept.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { focusPane } from '../parts/focus.ts';
import { useKeys } from '../parts/keys.ts';
import { Pane } from '../parts/pane.tsx';
import { CasePane } from './case-pane.tsx';
import { CasesPane, OPEN_KEY } from './cases-pane.tsx';
import classes from './hardship-page.module.css';
import { OpenCase } from './open-case.tsx';
import { PlanBuilder } from './plan-builder.tsx';
import { useCase, useCases } from './use-cases.ts';
import { useFocusNear } from './use-focus-near.ts';

/** The counselor's workspace: what is to be done at the left, the case in the middle, the plan at the right. */
export function HardshipPage() {
  const { t } = useTranslation('hardship');
  const [caseId, choose] = useKept<string | null>('hardship:case', null);
  const [opening, setOpening] = useState(false);
  const show = (shown: string) => {
    setOpening(false);
    choose(shown);
    focusPane('case');
  };
  useFocusNear(opening ? 'case' : 'cases');
  useEffect(() => focusPane('cases'), []);
  useKeys({
    F2: { does: t('keys.cases'), run: () => focusPane('cases') },
    F3: { does: t('keys.case'), run: () => focusPane('case') },
    [OPEN_KEY]: { does: t('openCase'), run: () => setOpening(true), shown: 'help' },
    F4: { does: t('keys.builder'), run: () => focusPane('builder') },
  });
  return (
    <div className={classes.panes}>
      <VisuallyHidden>
        <h1>{t('title')}</h1>
      </VisuallyHidden>
      <div className={classes.side}>
        <CasesPane chosen={caseId} onChoose={show} onOpen={() => setOpening(true)} />
      </div>
      {opening && <OpeningCase onOpened={show} onLeave={() => setOpening(false)} />}
      {!opening && (caseId === null ? <NoCase /> : <ChosenCase key={caseId} caseId={caseId} />)}
    </div>
  );
}

function NoCase() {
  const { t } = useTranslation('hardship');
  return (
    <>
      <div className={classes.middle}>
        <Pane id="case" title={t('case')}>
          <EmptyState title={t('noCaseTitle')}>{t('noCase')}</EmptyState>
        </Pane>
      </div>
      <NoBuilder />
    </>
  );
}

function OpeningCase(props: Parameters<typeof OpenCase>[0]) {
  return (
    <>
      <div className={classes.middle}>
        <OpenCase {...props} />
      </div>
      <NoBuilder />
    </>
  );
}

function NoBuilder() {
  const { t } = useTranslation('hardship');
  return (
    <div className={classes.side}>
      <Pane id="builder" title={t('builder')}>
        <EmptyState title={t('noBuilderTitle')}>{t('noBuilder')}</EmptyState>
      </Pane>
    </div>
  );
}

function ChosenCase({ caseId }: { caseId: string }) {
  const { t } = useTranslation('hardship');
  const listed = useCases().data?.cases.find(each => each.caseId === caseId);
  const found = useCase(caseId, listed);
  return (
    <>
      <div className={classes.middle}>
        <CasePane found={found} />
      </div>
      <div className={classes.side}>
        <Pane id="builder" title={t('builder')} scrolledByKey>
          {found.data && <PlanBuilder hardshipCase={found.data} />}
        </Pane>
      </div>
    </>
  );
}
