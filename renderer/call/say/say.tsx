import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useKeys } from '../../parts/keys.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { SpokenWords } from '../../parts/spoken-words.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import type { Step } from '../steps/steps.ts';
import { CallerAids } from './caller-aids.tsx';
import classes from './say.module.css';
import { useWordsNow } from './use-words-now.ts';

const LANGUAGE_KEY = 'Ctrl+E';

/** The words to say now and how the caller is spoken to, in a place that keeps its height while they change. */
export function Say({ call, step }: { call: OpenCall; step: Step }) {
  const { t } = useTranslation(['common', 'frame']);
  const { language, setLanguage } = useSpoken();
  const other = language === 'en' ? 'es' : 'en';
  useKeys({
    [LANGUAGE_KEY]: {
      does: t('frame:keys.language'),
      run: () => setLanguage(other),
      shown: 'help',
    },
  });
  const { words, script } = useWordsNow(call, step);
  return (
    <section aria-labelledby="say" className={classes.say}>
      <div className={classes.head}>
        <h3 id="say" className={classes.title}>
          {t('say.title')}
        </h3>
        <CallerAids call={call} />
        <LanguageSwitch />
      </div>
      {words === undefined ? (
        <p className={classes.elsewhere}>{t('say.withResult')}</p>
      ) : (
        <SpokenWords {...(script && { script })}>{words}</SpokenWords>
      )}
    </section>
  );
}
