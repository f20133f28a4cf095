import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { AccountNumber } from '#shared/identifiers/account-number.ts';
import type { BillPayNumber } from '#shared/identifiers/bill-pay-number.ts';
import type { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import type { Mrn } from '#shared/identifiers/mrn.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Relationship } from '../family/family.ts';

interface PersonaHome {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

/** What the people of one hand-written household share. */
export interface PersonaHousehold {
  readonly guarantorId: GuarantorId;
  readonly billPayNumber: BillPayNumber;
  readonly region: RegionCode;
  readonly language: 'en' | 'es';
  readonly home: PersonaHome;
}

/** A hand-written patient, the same in every seed, whom tests, the demo and the README call by name. */
export interface Persona extends PersonaHome, Omit<PersonaHousehold, 'home'> {
  readonly mrn: Mrn;
  /** Null for somebody with one name. */
  readonly givenName: string | null;
  readonly familyName: string;
  readonly birthDate: CalendarDate;
  readonly phone: string;
  readonly relationship: Relationship;
  readonly medicalAccount: AccountNumber;
  readonly premiumAccount: AccountNumber | null;
}

interface HouseholdText {
  readonly guarantorId: string;
  readonly billPayNumber: string;
  readonly region: RegionCode;
  readonly language?: 'es';
  readonly home: readonly [street: string, city: string, state: string, postalCode: string];
}

export function household({ home, ...text }: HouseholdText): PersonaHousehold {
  const [street, city, state, postalCode] = home;
  return {
    guarantorId: text.guarantorId as GuarantorId,
    billPayNumber: text.billPayNumber as BillPayNumber,
    region: text.region,
    language: text.language ?? 'en',
    home: { street, city, state, postalCode },
  };
}

interface PersonaText {
  readonly mrn: string;
  readonly name: readonly [givenName: string | null, familyName: string];
  readonly birthDate: string;
  readonly phone: string;
  readonly relationship?: Relationship;
  readonly medicalAccount: string;
  readonly premiumAccount?: string;
}

export function persona({ home, ...shared }: PersonaHousehold, text: PersonaText): Persona {
  const [givenName, familyName] = text.name;
  return {
    ...shared,
    ...home,
    mrn: text.mrn as Mrn,
    givenName,
    familyName,
    birthDate: text.birthDate as CalendarDate,
    phone: text.phone,
    relationship: text.relationship ?? 'self',
    medicalAccount: text.medicalAccount as AccountNumber,
    premiumAccount: (text.premiumAccount ?? null) as AccountNumber | null,
  };
}
