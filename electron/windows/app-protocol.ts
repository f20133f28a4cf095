import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Protocol } from 'electron';

export const APP_SCHEME = 'remit';
export const DESK_PAGE = `${APP_SCHEME}://desk/index.html`;
export const CAPTURE_PAGE = `${APP_SCHEME}://capture/capture.html`;

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Nothing from anywhere but the application itself; no inline script, styles only under the page's nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

const notFound = () => new Response('Not found', { status: 404 });

/** The file an address of ours names; undefined for another host and for what cannot be decoded. */
function fileOf(folder: string, address: string): string | undefined {
  const { host, pathname } = new URL(address);
  if (host !== 'desk' && host !== 'capture') return undefined;
  try {
    return normalize(join(folder, decodeURIComponent(pathname)));
  } catch {
    return undefined;
  }
}

/** Serves the pages of `folder` under the application's own scheme; paths cannot leave it. */
export function servePages(protocol: Protocol, folder: string): void {
  protocol.handle(APP_SCHEME, async request => {
    const path = fileOf(folder, request.url);
    if (!path?.startsWith(folder + sep)) return notFound();
    const contentType = contentTypes[extname(path)];
    if (!contentType) return notFound();
    let file: Buffer;
    try {
      file = await readFile(path);
    } catch {
      return notFound();
    }
    const headers = { 'content-type': contentType, 'x-content-type-options': 'nosniff' };
    if (extname(path) !== '.html') return new Response(new Uint8Array(file), { headers });
    const nonce = randomBytes(16).toString('base64');
    return new Response(file.toString('utf8').replaceAll('__CSP_NONCE__', nonce), {
      headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    });
  });
}
