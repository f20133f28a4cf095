import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { Pane } from '../../parts/pane.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { NotesBox } from '../notes/notes-box.tsx';
import { DispositionChoice } from './disposition-choice.tsx';
import { FollowUps } from './follow-ups.tsx';
import { Summary } from './summary.tsx';
import { useWrapUp } from './use-wrap-up.ts';
import classes from './wrap-up-pane.module.css';

/** The end of the call: what came of it is suggested, the summary writes itself, one key ends it. */
export function WrapUpPane({ call, onBack }: { call: OpenCall; onBack: () => void }) {
  const { t } = useTranslation('wrapUp');
  const wrapUp = useWrapUp(call);
  useKeys({
    'Ctrl+Enter': { does: t('submit'), run: wrapUp.submit },
    Escape: { does: t('back'), run: onBack },
  });
  return (
    <Pane id="wrap-up" title={t('title')}>
      <div className={classes.parts}>
        <DispositionChoice wrapUp={wrapUp} />
        <NotesBox call={call} label={t('notes')} placeholder={t('notesHint')} minRows={2} />
        <FollowUps wrapUp={wrapUp} />
        <Summary />
      </div>
      <RefusedNote refused={wrapUp.refused} />
      <div className={classes.actions}>
        <Button
          loading={wrapUp.busy}
          rightSection={<Keycap name="Ctrl+Enter" />}
          aria-keyshortcuts="Control+Enter"
          onClick={wrapUp.submit}
        >
          {t('submit')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </Pane>
  );
}
