import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedLetter } from '#shared/assistance/assistance-letter.ts';
import { useAskTo } from '../../desk/ask.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { showMoment } from '../../parts/show-time.ts';
import classes from './documents.module.css';

/** One letter: what it tells, whether it has left and how; saved or printed as it leaves. */
export function LetterRow({ letter }: { letter: ListedLetter }) {
  const { t } = useTranslation('documents');
  const { letterId, kind, writtenAt, by, language, sentAt } = letter;
  const save = useAskTo('letters.save');
  const print = useAskTo('letters.print');
  const named = { letter: t(`letterKinds.${kind}`), at: showMoment(writtenAt) };
  const file = save.data?.savedAs;
  return (
    <li className={classes.document}>
      <div className={classes.line}>
        <span className={classes.name}>{named.letter}</span>
        <span className={classes.state}>
          {sentAt && by
            ? t(`sentBy.${by}`, { at: showMoment(sentAt) })
            : t('waiting', { at: named.at })}
          {language && ` · ${t(`languages.${language}`)}`}
        </span>
        <span className={classes.actions}>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('saveNamed', named)}
            loading={save.isPending}
            onClick={() => save.mutate({ letterId, kind })}
          >
            {t('save')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('printNamed', named)}
            loading={print.isPending}
            onClick={() => print.mutate({ letterId, kind })}
          >
            {t('print')}
          </Button>
        </span>
      </div>
      <p className={classes.state} role="status">
        {file && t('saved', { file })}
        {print.data?.printed && t('printed')}
      </p>
      <RefusedNote refused={save.error ?? print.error} />
    </li>
  );
}
