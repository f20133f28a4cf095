import type { Generated, GeneratedAlways } from 'kysely';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { MaybeMoment, Moment } from './columns.ts';

export interface UserAccountTable {
  user_id: string;
  name: string;
  role: 'representative' | 'counselor' | 'supervisor';
  regions: RegionCode[];
  password_hash: string;
  failed_sign_ins: Generated<number>;
  locked_until: MaybeMoment;
  last_signed_in_at: MaybeMoment;
  enabled_at: Moment;
}

export interface SignInEventTable {
  event_id: string;
  at: Moment;
  kind: 'sign_in' | 'sign_out';
  outcome: 'succeeded' | 'bad_credentials' | 'sign_in_locked' | 'user_switched_off';
  user_id: string | null;
  workstation_id: string;
  address: string | null;
}

export interface WorkstationTable {
  workstation_id: string;
  seen_at: Moment;
  address: string | null;
}

export interface WorkstationTokenTable {
  token_hash: Buffer;
  workstation_id: string;
  issued_at: Moment;
  expires_at: Moment;
  issue: GeneratedAlways<string>;
}

export interface WorkstationWipeTable {
  wipe_id: string;
  workstation_id: string;
  ordered_by: string;
  ordered_at: Moment;
  reason: string;
}

export interface SessionTable {
  token_hash: Buffer;
  user_id: string;
  workstation_id: string;
  begun_at: Moment;
  expires_at: Moment;
}
