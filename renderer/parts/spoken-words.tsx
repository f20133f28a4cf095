import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScriptId } from '#shared/desk/open-call.ts';
import type { Language } from '#shared/words/words.ts';
import { useAskTo } from '../desk/ask.ts';
import { useOpenCall } from '../desk/use-open-call.ts';
import { Keycap } from './keycap.tsx';
import { useKeys } from './keys.ts';
import classes from './spoken-words.module.css';
import { useSpoken } from './use-spoken.ts';

export const SAID_KEY = 'F8';

/** Words to read aloud, in the largest text of the page; in the language of the call unless told. */
export function SpokenText({ children, language }: { children: string; language?: Language }) {
  const spoken = useSpoken();
  return (
    <p className={classes.words} lang={language ?? spoken.language}>
      {children}
    </p>
  );
}

/**
 * Words to read aloud. Words that must have been said carry their `script` and a box to acknowledge it, by
 * key too, once a call; or bring an `acknowledge` of their own.
 */
export function SpokenWords({
  children,
  script,
  acknowledge,
}: {
  children: string;
  script?: ScriptId;
  acknowledge?: ReactNode;
}) {
  const below = script ? <Said script={script} /> : acknowledge;
  return (
    <div>
      <SpokenText>{children}</SpokenText>
      {below && <div className={classes.below}>{below}</div>}
    </div>
  );
}

function Said({ script }: { script: ScriptId }) {
  const { t } = useTranslation();
  const said = useOpenCall()?.said.includes(script) ?? false;
  const acknowledge = useAskTo('call.said');
  const run = () => acknowledge.mutate({ script });
  useKeys(said ? {} : { [SAID_KEY]: { does: t('say.said'), run } });
  return (
    <div className={classes.said}>
      <Checkbox
        label={t('say.said')}
        checked={said}
        readOnly={said}
        onChange={() => !said && run()}
        aria-keyshortcuts={SAID_KEY}
        size="xs"
      />
      {!said && <Keycap name={SAID_KEY} />}
    </div>
  );
}
