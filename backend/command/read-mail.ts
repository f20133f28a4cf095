import path from 'node:path';
import type { PostOptions } from '../receipts/sandbox-post.ts';
import { BadArguments } from './typed-words.ts';

export interface MailEnvironment {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: string | undefined;
}

export interface MailWanted {
  /** A mail server; without one e-mails are files. */
  readonly smtpUrl?: string;
  /** Whom e-mail comes from. */
  readonly mailFrom?: string;
}

function mailAddress(typed: string): string {
  if (/^smtps?:\/\/./.test(typed) && URL.canParse(typed)) return typed;
  throw new BadArguments('SMTP_URL takes an address such as smtps://user:secret@mail.example.org.');
}

/** How e-mail leaves, out of the environment. */
export function readMail({ SMTP_URL, MAIL_FROM }: MailEnvironment): MailWanted {
  return {
    ...(SMTP_URL && { smtpUrl: mailAddress(SMTP_URL) }),
    ...(MAIL_FROM && { mailFrom: MAIL_FROM }),
  };
}

/** Letters and, without a mail server, e-mails are laid into the data folder. */
export function postOf(
  data: string,
  { mailFrom = 'receipts@remit.invalid', smtpUrl }: MailWanted,
): PostOptions {
  return { folder: path.join(data, 'outbox'), from: mailFrom, smtpUrl };
}
