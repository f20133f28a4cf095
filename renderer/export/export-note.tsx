import { Button, Progress } from '@mantine/core';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useMutationState } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ExportStanding } from '#shared/desk/export-calls.ts';
import { useAsk, useAskTo } from '../desk/ask.ts';
import { useKept } from '../desk/kept.ts';
import type { Refused } from '../desk/refused.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import classes from './export-note.module.css';

const numbers = new Intl.NumberFormat('en-US');

/** What is being exported, how far it is, and what became of it: on every page of the workspace, until it is closed. */
export function ExportNote() {
  const { t } = useTranslation('exports');
  const { data } = useAsk('exports.current', null);
  const [closed, close] = useKept<string | null>('export:closed', null);
  const asked = useMutationState({
    filters: { mutationKey: ['exports.begin'] },
    select: ({ state }) => ({
      error: state.error as Refused | null,
      at: String(state.submittedAt),
    }),
  }).at(-1);
  if (data?.state === 'running') return <Running standing={data} />;
  // What was refused before anything was begun.
  const refused = asked?.error && asked.error.reason !== data?.reason ? asked : undefined;
  const id = refused?.at ?? data?.exportId;
  if (id === undefined || id === closed) return null;
  const message = refused?.error?.message ?? data?.message;
  return (
    <section aria-label={t('does')} className={classes.note}>
      {message ? <RefusedNote refused={{ message }} /> : data && <Done standing={data} />}
      <Button size="compact-xs" variant="subtle" onClick={() => close(id)}>
        {t('close')}
      </Button>
    </section>
  );
}

function Running({ standing }: { standing: ExportStanding }) {
  const { t } = useTranslation('exports');
  const cancel = useAskTo('exports.cancel');
  const { list, format, rows, total } = standing;
  const far =
    total === null
      ? t('progressOpen', { rows: numbers.format(rows) })
      : t('progress', { rows: numbers.format(rows), total: numbers.format(total) });
  return (
    <section aria-label={t('does')} className={classes.note}>
      <p role="status">
        {t('running', { list: t(`lists.${list}`), format: t(`formats.${format}`) })}
      </p>
      <Progress className={classes.bar} value={total ? (100 * rows) / total : 0} aria-label={far} />
      <span className={classes.far}>{far}</span>
      <Button
        size="compact-xs"
        variant="default"
        disabled={cancel.isPending}
        onClick={() => cancel.mutate(null)}
      >
        {t('cancel')}
      </Button>
    </section>
  );
}

function Done({ standing: { state, rows, fileName } }: { standing: ExportStanding }) {
  const { t } = useTranslation('exports');
  const isSaved = state === 'saved';
  const Sign = isSaved ? IconCheck : IconInfoCircle;
  return (
    <p role="status" className={isSaved ? classes.done : classes.stopped}>
      <Sign size={16} aria-hidden="true" />
      {isSaved
        ? t('saved', { count: rows, number: numbers.format(rows), file: fileName })
        : t('cancelled')}
    </p>
  );
}
