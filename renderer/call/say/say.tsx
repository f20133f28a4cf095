import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { SpokenWords } from '../../parts/spoken-words.tsx';
import type { Step } from '../steps/steps.ts';
import classes from './say.module.css';
import { useWordsNow } from './use-words-now.ts';

/** The words to say now, in a place that keeps its height while they change. */
export function Say({ call, step }: { call: OpenCall; step: Step }) {
  const { t } = useTranslation();
  const { words, script } = useWordsNow(call, step);
  return (
    <section aria-labelledby="say" className={classes.say}>
      <h3 id="say" className={classes.title}>
        {t('say.title')}
      </h3>
      <SpokenWords {...(script && { script })}>{words}</SpokenWords>
    </section>
  );
}
