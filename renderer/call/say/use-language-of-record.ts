import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { useLanguageChosen } from '../../parts/use-spoken.ts';

/** A patient who is chosen brings the language of their record, unless the representative chose one. */
export function useLanguageOfRecord({ callId, patient, options }: OpenCall): void {
  const { t } = useTranslation(['common', 'call']);
  const { mutate: setOptions } = useAskTo('call.setOptions');
  const chosen = useLanguageChosen(callId);
  const followed = useRef(patient?.mrn);

  useEffect(() => {
    if (!patient || followed.current === patient.mrn) return;
    followed.current = patient.mrn;
    const { language } = patient;
    if (chosen || language === options.language) return;
    setOptions({ ...options, language });
    announce(t('say.followsRecord', { language: t(`call:start.${language}`) }));
  }, [patient, options, chosen, setOptions, t]);
}
