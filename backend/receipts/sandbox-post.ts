import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { organization } from '#shared/organization/profile.ts';
import type { Post, Posted } from './post.ts';

export interface PostOptions {
  /** Where letters, and e-mails without a mail server, are laid: `email/*.eml` and `mail/*.pdf`. */
  readonly folder: string;
  /** Where e-mails come from. */
  readonly from: string;
  /** A mail server, such as `smtps://user:secret@mail.example.org`; without one they become files. */
  readonly smtpUrl?: string | undefined;
}

function mailOf({ itemKey, to, subject, text, fileName, pdf }: Posted, from: string) {
  return {
    from: { name: organization.name, address: from },
    to,
    subject,
    text,
    // Mail servers and readers drop a second one with the same number.
    messageId: `<${itemKey}@${from.split('@')[1] ?? 'localhost'}>`,
    attachments: [{ filename: fileName, content: pdf, contentType: 'application/pdf' }],
  };
}

/** Whole or not at all: whoever collects the folder never takes half a letter. */
async function lay(folder: string, name: string, bytes: Buffer | string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = path.join(folder, `.${name}.draft`);
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, path.join(folder, name));
}

/** The sandbox's mail room, which is a folder, and e-mail by SMTP or into the folder beside it. */
export function openPost({ folder, from, smtpUrl }: PostOptions): Post {
  const server = smtpUrl === undefined ? undefined : createTransport(smtpUrl);
  const toFile = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async email(item) {
      const mail = mailOf(item, from);
      if (server) return void (await server.sendMail(mail));
      const { message } = await toFile.sendMail(mail);
      await lay(path.join(folder, 'email'), `${item.itemKey}.eml`, message as Buffer);
    },
    async mail({ itemKey, to, fileName, pdf }) {
      const letters = path.join(folder, 'mail');
      await lay(letters, `${itemKey}.pdf`, pdf);
      await lay(letters, `${itemKey}.json`, JSON.stringify({ to, fileName }));
    },
  };
}
