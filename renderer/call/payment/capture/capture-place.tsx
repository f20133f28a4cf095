import { Button, useComputedColorScheme } from '@mantine/core';
import { IconPlayerPauseFilled } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { Keycap } from '../../../parts/keycap.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { RefusedNote } from '../../../parts/refused-note.tsx';
import classes from './capture-place.module.css';
import { placeOf, useCaptureBounds } from './use-capture-bounds.ts';
import { useTypingThere } from './use-typing-there.ts';

const captureWords = {
  card: {
    title: 'captureHere',
    typing: 'captureHasFocus',
    waits: 'captureWaits',
    cancel: 'cancelCapture',
  },
  ach: {
    title: 'accountHere',
    typing: 'accountHasFocus',
    waits: 'accountWaits',
    cancel: 'cancelAccount',
  },
} as const;

/**
 * The place over which the isolated entry of a card or a bank account lies. This page opens it, keeps it where it belongs, and
 * learns that it is done from the recording, which runs again.
 */
export function CapturePlace({
  call,
  method,
  onDone,
}: {
  call: OpenCall;
  method: 'card' | 'ach';
  onDone: () => void;
}) {
  const { t } = useTranslation('payment');
  const words = captureWords[method];
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const open = useAskTo('capture.open');
  const close = useAskTo('capture.close');
  const goBack = useAskTo('capture.focus');
  const [typingThere, sentBack] = useTypingThere(open.isSuccess);
  useCaptureBounds(place, open.isSuccess);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view opens once, with this component
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
    open.mutate({ bounds: placeOf(place.current), scheme, method });
  }, []);

  // The recording was seen to pause before it may be seen to run again.
  const wasPaused = useRef(false);
  useEffect(() => {
    if (call.recording === 'paused') wasPaused.current = true;
    else if (wasPaused.current) onDone();
  }, [call.recording, onDone]);

  const stop = () => (open.isError ? onDone() : close.mutate(null, { onSuccess: onDone }));
  const goOn = () => goBack.mutate(null, { onSuccess: sentBack });
  useKeys({
    F6: { does: t('captureGoOn'), run: goOn },
    Escape: { does: t(words.cancel), run: stop },
  });

  return (
    <section aria-labelledby="capture-title" className={classes.capture} data-typing={typingThere}>
      <header className={classes.head}>
        <h3 id="capture-title" className={classes.title}>
          {t(words.title)}
        </h3>
        {call.recording === 'paused' && (
          <span className={classes.paused} role="status">
            <IconPlayerPauseFilled size={12} aria-hidden="true" />
            {t('recordingPaused')}
          </span>
        )}
      </header>
      <div ref={place} className={classes.place} />
      <p className={classes.focus}>{t(typingThere ? words.typing : words.waits)}</p>
      <RefusedNote refused={open.error ?? close.error} />
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          data-focus-first
          aria-keyshortcuts="F6"
          rightSection={<Keycap name="F6" />}
          onClick={goOn}
        >
          {t('captureGoOn')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-keyshortcuts="Escape"
          rightSection={<Keycap name="Escape" />}
          onClick={stop}
        >
          {t(words.cancel)}
        </Button>
      </div>
    </section>
  );
}
