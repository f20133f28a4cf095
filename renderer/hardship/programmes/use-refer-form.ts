import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import {
  mayBeFollowedUpOn,
  mayHaveHappenedOn,
  usualFollowUpDay,
} from '#shared/hardship/programme-days.ts';
import type { OutsideProgramme } from '#shared/hardship/programmes.ts';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';
import { useSaidOf, worthFirst } from './use-programmes.ts';

/** A referral as it is being typed, with the sentences about what is wrong with it. */
export function useReferForm(caseId: string, known: CallOutput<'programmes.list'>) {
  const { t } = useTranslation(['programmes', 'problems']);
  const said = useSaidOf(caseId);
  const { today } = known;
  const [chosen, choose] = useState<OutsideProgramme>();
  const [typed, setTyped] = useState({
    ...{ organization: '', contact: '', note: '', inSpite: '' },
    referredOn: String(today),
    followUpOn: String(usualFollowUpDay(today)),
  });
  const programme = chosen ?? worthFirst(said, known);
  const referredOn = CalendarDate.safeParse(typed.referredOn).data;
  const followUpOn = CalendarDate.safeParse(typed.followUpOn).data;
  const asksWhy = said[programme] === 'not_eligible';
  const { organization, inSpite } = typed;

  const faults = {
    organization: organization.trim().length < 2 && t('organizationMissing'),
    referredOn: !referredOn
      ? t('dayMissing')
      : !mayHaveHappenedOn(referredOn, { today }) && t('problems:programme_day_wrong'),
    followUpOn: !followUpOn
      ? t('dayMissing')
      : !mayBeFollowedUpOn(followUpOn, today) && t('problems:programme_follow_up_wrong'),
    inSpite:
      asksWhy && inSpite.trim().length < SHORTEST_REASON && t('problems:programme_reason_missing'),
  };
  const isRight = !Object.values(faults).some(Boolean);
  return {
    ...{ said, programme, choose, typed, faults, asksWhy },
    type: (change: Partial<typeof typed>) => setTyped({ ...typed, ...change }),
    referral:
      isRight && referredOn && followUpOn
        ? {
            ...{ programme, organization, referredOn, followUpOn },
            ...{ contact: typed.contact, note: typed.note },
            inSpite: asksWhy ? inSpite.trim() : null,
          }
        : undefined,
  };
}
