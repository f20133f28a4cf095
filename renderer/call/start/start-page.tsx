import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOptions } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { noteLanguageChosen } from '../../parts/use-spoken.ts';
import { WorklistNote } from '../../worklist/worklist-note.tsx';
import { DeskOwes } from './desk-owes.tsx';
import { LastCall } from './last-call.tsx';
import classes from './start-page.module.css';
import { StepsByKey } from './steps-by-key.tsx';

const usual: CallOptions = { language: 'en', interpreter: false, tty: false };

/** Between two calls: how the next caller is spoken to, and the key that starts the call. */
export function StartPage() {
  const { t } = useTranslation('call');
  const start = useAskTo('call.start');
  const [options, setOptions] = useState(usual);
  const [languageChosen, chooseLanguage] = useState(false);
  const change = (part: Partial<CallOptions>) => setOptions({ ...options, ...part });
  function begin() {
    if (start.isPending) return;
    start.mutate(options, {
      onSuccess: ({ callId }) => languageChosen && noteLanguageChosen(callId),
    });
  }
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  useKeys({ 'Ctrl+N': { does: t('start.submit'), run: begin } });

  return (
    <div className={classes.page}>
      <div className={classes.begin}>
        <h1 className={classes.title}>{t('start.title')}</h1>
        <p className={classes.intro}>{t('start.intro')}</p>
        <div className={classes.options}>
          <div className={classes.language}>
            <span id="caller-speaks">{t('start.language')}</span>
            <SegmentedControl
              aria-labelledby="caller-speaks"
              value={options.language}
              onChange={value => {
                chooseLanguage(true);
                change({ language: value === 'es' ? 'es' : 'en' });
              }}
              data={[
                { value: 'en', label: t('start.en') },
                { value: 'es', label: t('start.es') },
              ]}
            />
          </div>
          <p className={classes.languageHint}>{t('start.languageHint')}</p>
          <Checkbox
            label={t('start.interpreter')}
            checked={options.interpreter}
            onChange={event => change({ interpreter: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('start.tty')}
            checked={options.tty}
            onChange={event => change({ tty: event.currentTarget.checked })}
          />
        </div>
        <RefusedNote refused={start.error} />
        <Button
          ref={button}
          size="md"
          loading={start.isPending}
          rightSection={<Keycap name="Ctrl+N" />}
          aria-keyshortcuts="Control+N"
          onClick={begin}
        >
          {t('start.submit')}
        </Button>
        <LastCall />
      </div>
      <div className={classes.beside}>
        <DeskOwes />
        <WorklistNote />
        <StepsByKey />
      </div>
    </div>
  );
}
