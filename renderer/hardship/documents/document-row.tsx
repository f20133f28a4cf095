import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistanceDocument } from '#shared/assistance/document.ts';
import { useAskTo } from '../../desk/ask.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { showMoment } from '../../parts/show-time.ts';
import classes from './documents.module.css';
import { RefuseDocument } from './refuse-document.tsx';
import { useSizeWords } from './size-words.ts';

/** A document that came: what it is, when, by whom, how large; opened in a window of its own. */
export function DocumentRow({
  document,
  mayRefuse,
}: {
  document: AssistanceDocument;
  mayRefuse: boolean;
}) {
  const { t } = useTranslation('documents');
  const size = useSizeWords();
  const open = useAskTo('documents.open');
  const [refusing, setRefusing] = useState(false);
  const { documentId, fileName, format, receivedAt, by, sizeBytes, refused } = document;
  return (
    <li className={classes.document} data-refused={refused !== null || undefined}>
      <div className={classes.line}>
        <span className={classes.name}>{fileName}</span>
        <span className={classes.state}>
          {t(`formats.${format}`)} ·{' '}
          {t('cameFrom', { at: showMoment(receivedAt), by, size: size(sizeBytes) })}
        </span>
        <span className={classes.actions}>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('openNamed', { name: fileName })}
            loading={open.isPending}
            onClick={() => open.mutate({ documentId, fileName })}
          >
            {t('open')}
          </Button>
          {mayRefuse && !refused && !refusing && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('refuseNamed', { name: fileName })}
              onClick={() => setRefusing(true)}
            >
              {t('refuse')}
            </Button>
          )}
        </span>
      </div>
      {document.needsPassword && <p className={classes.state}>{t('needsPassword')}</p>}
      {refused && (
        <p className={classes.state}>
          {t('wasRefused', {
            at: showMoment(refused.at),
            by: refused.by,
            reason: t(`reasons.${refused.reason}`),
          })}
          {refused.note && ` (${refused.note})`}
        </p>
      )}
      <RefusedNote refused={open.error} />
      {refusing && <RefuseDocument document={document} onLeave={() => setRefusing(false)} />}
    </li>
  );
}
