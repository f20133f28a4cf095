import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';
import type { ReceiptPlaces } from './receipts.ts';

/** Letters about applications for assistance: the backend writes and sends them, here they are looked at. */
export function letterHandlers(
  { backend }: Pick<DeskParts, 'backend'>,
  { save, print }: ReceiptPlaces,
): SomeHandlers<'letters.ofCase' | 'letters.save' | 'letters.print'> {
  async function pdfOf(letterId: string, kind: string): Promise<{ name: string; bytes: Buffer }> {
    const bytes = await backend.ask('assistanceLetter', { params: { letterId } });
    const name = `letter-${kind.replace('_', '-')}-${letterId.slice(0, 8)}.pdf`;
    return { name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  }

  return {
    'letters.ofCase': ({ caseId }) => backend.ask('assistanceLetters', { params: { caseId } }),

    async 'letters.save'({ letterId, kind }) {
      const { name, bytes } = await pdfOf(letterId, kind);
      return { savedAs: await save(name, bytes) };
    },

    async 'letters.print'({ letterId, kind }) {
      const { name, bytes } = await pdfOf(letterId, kind);
      return { printed: await print(name, bytes) };
    },
  };
}
