import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Protocol } from 'electron';
import { mediaTypes } from '#shared/assistance/document.ts';
import type { ShownDocument } from '../calls/documents.ts';

/** Of documents that are shown, in their own session only. */
export const DOCUMENT_SCHEME = 'remit-document';
const ORIGIN = `${DOCUMENT_SCHEME}://document`;

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.bcmap': 'application/octet-stream',
};

/** What decodes scans is WebAssembly; nothing else is let in, and nothing at all out. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const common = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

const notFound = () => new Response('Not found', { status: 404 });

/** The page that draws a document. */
export function pageOf(id: string, { name, format }: ShownDocument): string {
  return `${ORIGIN}/document.html?${new URLSearchParams({ id, name, format })}`;
}

async function answerFile(folder: string, pathname: string): Promise<Response> {
  const path = normalize(join(folder, pathname));
  const contentType = contentTypes[extname(path)];
  if (!path.startsWith(folder + sep) || !contentType) return notFound();
  try {
    const file = new Uint8Array(await readFile(path));
    return new Response(file, { headers: { ...common, 'content-type': contentType } });
  } catch {
    return notFound();
  }
}

/** Serves the page that draws documents, and the bytes of those that are open. */
export function serveDocuments(
  protocol: Protocol,
  folder: string,
  find: (id: string) => ShownDocument | undefined,
): void {
  protocol.handle(DOCUMENT_SCHEME, ({ url }) => {
    const { pathname } = new URL(url);
    if (!pathname.startsWith('/bytes/')) return answerFile(folder, pathname);
    const document = find(pathname.slice('/bytes/'.length));
    if (!document) return notFound();
    const headers = { ...common, 'content-type': mediaTypes[document.format] };
    return new Response(new Uint8Array(document.bytes), { headers });
  });
}
