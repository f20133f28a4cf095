import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { useAsk } from '../desk/ask.ts';
import { useAway } from '../desk/use-away.ts';
import { AwayNote } from '../parts/away-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import { AskedIn, AskedLanguageSwitch, useChosenLanguage } from './screening/asked-language.tsx';
import classes from './screening/screening.module.css';
import { ScreeningForm } from './screening/screening-form.tsx';

/** The household, its income and expenses, and the result of each programme. */
export function ScreeningPart({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('screening');
  const isAway = useAway();
  const [language, choose] = useChosenLanguage(hardshipCase);
  const { data, error } = useAsk('screening.read', { caseId: hardshipCase.caseId });
  return (
    <section aria-labelledby="screening" className={classes.part}>
      <header className={classes.head}>
        <h3 id="screening" className={classes.title}>
          {t('title')}
        </h3>
        <AskedLanguageSwitch language={language} onChoose={choose} />
      </header>
      {isAway && <AwayNote title={t('away')} instead={[t('awayInstead')]} />}
      {!isAway && <RefusedNote refused={error} />}
      {!data && !error && <Busy busy does={t('reading')} />}
      {data && (
        <AskedIn value={language}>
          <ScreeningForm hardshipCase={hardshipCase} known={data} />
        </AskedIn>
      )}
    </section>
  );
}
