import type { i18n, TFunction } from 'i18next';
import { assistancePolicy } from '#shared/assistance/policy.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { assistanceLine, organization } from '#shared/organization/profile.ts';
import { regions } from '#shared/organization/regions.ts';
import type { AssistanceFacts } from './assistance-facts.ts';
import { assistanceRows } from './assistance-rows.ts';
import type { LetterSheet } from './letter-pdf.ts';

/** A type and not an interface: the catalogue takes what has an index. */
type About = Readonly<Record<'policy' | 'phone' | 'address' | 'reference', string>>;

type Section = LetterSheet['sections'][number];

/** How to go on from what the letter tells. */
function whatNow(
  t: TFunction<'assistanceLetter'>,
  facts: AssistanceFacts,
  about: About,
): Section[] {
  const { letter, language } = facts;
  if ((letter.kind === 'received' || letter.kind === 'asked') && letter.asked.length > 0) {
    return [{ title: t('sendTitle'), sentences: [t('send', about)] }];
  }
  const otherHelp = { title: t('otherHelpTitle'), sentences: [t('otherHelp', about)] };
  if (letter.kind === 'denied') {
    const date = sayDate(language, letter.appealBy);
    return [{ title: t('appealTitle'), sentences: [t('appeal', { ...about, date })] }, otherHelp];
  }
  return letter.kind === 'appeal_denied' || letter.kind === 'expired' ? [otherHelp] : [];
}

/** An award that found no bill to lower has lowered none. */
function saying(letter: AssistanceFacts['letter']) {
  const { kind } = letter;
  const isAward = kind === 'awarded' || kind === 'appeal_awarded';
  return isAward && letter.takenOff.length === 0 ? (`${kind}_later` as const) : kind;
}

/**
 * A letter about an application: what happened, what follows, and what the programme promises everybody who
 * qualifies (26 CFR 1.501(r)-4(b): amounts generally billed, where the policy is to be had; -6(c): in writing).
 */
export function assistanceSheet(
  words: Readonly<Record<'en' | 'es', i18n>>,
  facts: AssistanceFacts,
): LetterSheet {
  const { language, region, letter, guarantorId, writtenAt, address } = facts;
  const t = words[language].getFixedT(language, 'assistanceLetter');
  const writtenOn = dateIn(regions[region].timeZone, writtenAt);
  const phone = assistanceLine();
  const about: About = {
    policy: assistancePolicy(region, writtenOn)?.name ?? '',
    phone,
    address: `${organization.mail.payee}, ${organization.mail.address}`,
    reference: guarantorId,
  };
  return {
    language,
    address,
    dated: sayDate(language, writtenOn),
    title: t(`title.${letter.kind}`),
    says: [t(`says.${saying(letter)}`, about)],
    rows: [...assistanceRows(t, language, letter), [t('questions'), t('questionsHow', about)]],
    sections: [
      ...whatNow(t, facts, about),
      { title: t('rightsTitle'), sentences: [t('rights', about), t('policyCopy', about)] },
    ],
  };
}
