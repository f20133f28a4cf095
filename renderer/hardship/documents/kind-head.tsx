import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconFilePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '#shared/assistance/application.ts';
import type { DocumentKind } from '#shared/assistance/policy.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { Keycap } from '../../parts/keycap.tsx';
import classes from './documents.module.css';

/** One kind of document, how it stands, and the button that adds one. */
export function KindHead({
  kind,
  requirement,
  hasFile,
  today,
  mayAdd,
  keyName,
  onAdd,
}: {
  kind: DocumentKind;
  requirement: Requirement | undefined;
  /** One of its files still counts. */
  hasFile: boolean;
  today: CalendarDate;
  mayAdd: boolean;
  /** Of the kind that the key adds. */
  keyName?: string;
  onAdd: () => void;
}) {
  const { t } = useTranslation('documents');
  const state = stateOf(requirement, hasFile);
  const isSettled = !['missing', 'refused', 'unproved'].includes(state);
  const Sign = isSettled ? IconCircleCheck : IconCircleDashed;
  const { settledOn, why, seen } = requirement ?? {};
  return (
    <div className={classes.head}>
      <span className={classes.kind}>
        <Sign size={16} aria-hidden="true" className={isSettled ? classes.there : classes.open} />
        {t(`kinds.${kind}`)}
      </span>
      <span className={isSettled ? classes.state : classes.wanted}>
        {t(`states.${state}`, {
          date: settledOn ? sayDate('en', settledOn, today) : '',
          why: why ?? '',
          what: seen?.what ?? '',
          by: seen?.by ?? '',
          how: seen ? t(`seenHows.${seen.how}`).toLowerCase() : '',
        })}
      </span>
      {mayAdd && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('addTo', { kind: t(`kinds.${kind}`) })}
          {...(keyName && { 'aria-keyshortcuts': 'Control+D' })}
          leftSection={<IconFilePlus size={14} aria-hidden="true" />}
          rightSection={keyName && <Keycap name={keyName} />}
          onClick={onAdd}
        >
          {t('add')}
        </Button>
      )}
    </div>
  );
}

/** How it stands in words: what was accepted without a file says how it was seen, or that nobody noted it. */
function stateOf(requirement: Requirement | undefined, hasFile: boolean) {
  if (!requirement) return 'not_asked';
  const { state, settledOn, seen } = requirement;
  if (state === 'received' && settledOn === null) return 'came';
  if (state !== 'accepted') return state;
  if (seen) return 'seen';
  return hasFile ? 'accepted' : 'unproved';
}
