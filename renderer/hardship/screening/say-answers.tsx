import { useTranslation } from 'react-i18next';
import type { ScreeningResult } from '#shared/assistance/screening.ts';
import { useAskedAloud } from './asked-language.tsx';
import classes from './screening.module.css';

const sentences = {
  eligible: 'eligible',
  unknown: 'unknown',
  not_eligible: 'notEligible',
} as const satisfies Record<ScreeningResult['answer'], string>;

/** What is said of the answers, to be read aloud. */
export function SayAnswers({ results }: { results: readonly ScreeningResult[] }) {
  const { t } = useTranslation('screening');
  const { language, say, sayMore } = useAskedAloud();
  const said = (['eligible', 'unknown', 'not_eligible'] as const).flatMap(answer => {
    const programmes = results
      .filter(each => each.answer === answer)
      .map(each => sayMore(`programmes.${each.programme}`));
    const list = new Intl.ListFormat(language).format(programmes);
    return programmes.length > 0 ? [say(sentences[answer], { programmes: list })] : [];
  });
  return (
    <div className={classes.say}>
      <h4 className={classes.legend}>{t('say')}</h4>
      <p className={classes.aloud} lang={language}>
        “{said.join(' ')}”
      </p>
    </div>
  );
}
