import type { ReactNode } from 'react';
import { SearchPage } from '../audit/search-page.tsx';
import type { KeyName } from '../parts/key-name.ts';
import { AccessReviewPage } from './access-review/access-review-page.tsx';
import { ApplicationsPage } from './applications/applications-page.tsx';
import { ApprovalsPage } from './approvals/approvals-page.tsx';
import { ExceptionsPage } from './exceptions/exceptions-page.tsx';
import { FloorPage } from './floor/floor-page.tsx';
import { ReconciliationPage } from './reconciliation/reconciliation-page.tsx';
import { RunsPage } from './runs/runs-page.tsx';
import { TrailPage } from './trail/trail-page.tsx';
import { UnlockPage } from './unlock-page.tsx';

interface SupervisorView {
  readonly view: string;
  readonly key: KeyName;
  readonly page: ReactNode;
}

/** The pages of a supervisor's workspace in the order of its navigation, each with the key that opens it. */
export const views = [
  { view: 'search', key: 'F6', page: <SearchPage /> },
  { view: 'exceptions', key: 'F2', page: <ExceptionsPage /> },
  { view: 'approvals', key: 'Shift+F2', page: <ApprovalsPage /> },
  { view: 'applications', key: 'F8', page: <ApplicationsPage /> },
  { view: 'reconciliation', key: 'Shift+F4', page: <ReconciliationPage /> },
  { view: 'runs', key: 'F4', page: <RunsPage /> },
  { view: 'floor', key: 'Shift+F8', page: <FloorPage /> },
  { view: 'trail', key: 'Shift+F6', page: <TrailPage /> },
  { view: 'accessReview', key: 'Shift+F3', page: <AccessReviewPage /> },
  { view: 'unlock', key: 'F3', page: <UnlockPage /> },
] as const satisfies readonly SupervisorView[];

export type ViewName = (typeof views)[number]['view'];
