import { IconChevronDown, IconChevronsUp, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CasePriority } from '#shared/hardship/items.ts';
import classes from './case-list.module.css';

const signs = { urgent: IconChevronsUp, normal: IconMinus, low: IconChevronDown } as const;

/** How pressing a case is: a word, and a shape beside it. */
export function PriorityMark({ priority }: { priority: CasePriority }) {
  const { t } = useTranslation('hardship');
  const Sign = signs[priority];
  return (
    <span className={classes.priority} data-priority={priority}>
      <Sign size={14} aria-hidden="true" />
      {t(`priority.${priority}`)}
    </span>
  );
}
