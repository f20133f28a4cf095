import { Checkbox, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScriptId } from '#shared/desk/open-call.ts';
import { useAskTo } from '../desk/ask.ts';
import { useOpenCall } from '../desk/use-open-call.ts';
import { Keycap } from './keycap.tsx';
import { useKeys } from './keys.ts';
import classes from './spoken-words.module.css';
import { useSpoken } from './use-spoken.ts';

export const SAID_KEY = 'F8';

/**
 * Words to read aloud, in the largest text of the page, with the caller's language. Words that must have
 * been said carry their `script` and a box to acknowledge it, by key too; each once a call.
 */
export function SpokenWords({ children, script }: { children: string; script?: ScriptId }) {
  const { t } = useTranslation();
  const { language, setLanguage } = useSpoken();
  return (
    <div className={classes.spoken}>
      <p className={classes.words} lang={language}>
        {children}
      </p>
      <div className={classes.below}>
        {script ? <Said script={script} /> : <span />}
        <SegmentedControl
          size="xs"
          aria-label={t('say.language')}
          value={language}
          onChange={value => setLanguage(value === 'es' ? 'es' : 'en')}
          data={[
            { value: 'en', label: 'EN' },
            { value: 'es', label: 'ES' },
          ]}
        />
      </div>
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
