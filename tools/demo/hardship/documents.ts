import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import type { DrivenDesk } from '../../drive-desk.ts';
import type { CaseDesk } from './case-desk.ts';

const papers = [
  { kind: 'Proof of identity', file: 'driver license.pdf', says: 'Otis Freeman, Sacramento' },
  { kind: 'Proof of income', file: 'pay stub.pdf', says: 'Gross pay of the month: $4,500.00' },
  { kind: 'Proof of address', file: 'rent.pdf', says: 'Received for rent, River Road 73' },
];
/** Each paper is scanned, comes in as a file, and is accepted. */
export async function addDocuments(counsel: CaseDesk): Promise<void> {
  const { desk, step, part, push, show, folder } = counsel;
  const { hands } = counsel.steps;
  const documents = part('Documents');
  const application = part('Medical Financial Assistance');
  for (const { kind, file, says } of papers) {
    await step(`${kind.toLowerCase()} comes in`, async () => {
      const path = join(folder, file);
      await writePaper(path, kind, says);
      await choose(desk, path);
      await hands.press('Control+d');
      await documents.getByRole('button', { name: `Open ${file}` }).waitFor();
      await show(documents);
    });
  }
  await step('the documents are accepted', async () => {
    await hands.press('F3');
    for (const { kind } of papers) {
      await push(application.getByRole('button', { name: `Accept: ${kind}` }));
      await application
        .getByRole('button', { name: `Accept: ${kind}` })
        .waitFor({ state: 'hidden' });
    }
    await application.getByText('In review', { exact: true }).waitFor();
    await application
      .getByText('You entered this application, so a colleague decides it.')
      .waitFor();
    await show(application);
  });
}

async function writePaper(path: string, title: string, says: string): Promise<void> {
  const paper = new PDFDocument({ info: { Title: title } });
  const written = finished(paper.pipe(createWriteStream(path)));
  paper.fontSize(20).text(title).moveDown().fontSize(14).text(says);
  paper.end();
  await written;
}

/** Answers the question for a file, as a person would. */
async function choose(desk: DrivenDesk, path: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}
