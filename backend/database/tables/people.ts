import type { Generated, GeneratedAlways } from 'kysely';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Day, MaybeDay, MaybeMoment } from './columns.ts';

interface Person {
  given_name: string | null;
  family_name: string;
  full_name: GeneratedAlways<string>;
  birth_date: Day;
  street: string;
  postal_code: string;
  city: string;
  state: string;
  phone: string;
}

export interface GuarantorTable extends Person {
  guarantor_id: string;
  bill_pay_number: string;
  email: string | null;
  email_agreed_on: MaybeDay;
  region: RegionCode;
  language: 'en' | 'es';
}

export interface PatientTable extends Person {
  mrn: string;
  guarantor_id: string;
  name_key: GeneratedAlways<string>;
  relationship: 'self' | 'spouse' | 'child' | 'parent' | 'other';
  deceased_on: MaybeDay;
  verification_failures: Generated<number>;
  locked_at: MaybeMoment;
}

export interface AuthorisedRepresentativeTable {
  mrn: string;
  name: string;
  name_key: GeneratedAlways<string>;
  valid_until: MaybeDay;
}
