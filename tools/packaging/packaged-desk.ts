import path from 'node:path';

/**
 * `trial`: the unpacked application exactly as it will be released.
 * `inspectable`: the same except for one fuse, so that Playwright can drive it.
 * `release`: installers besides, signed.
 */
export type PackageKind = 'trial' | 'inspectable' | 'release';

/** Kept apart, so that an inspectable build is never taken for a release. */
export function packageFolder(kind: PackageKind): string {
  const name = kind === 'inspectable' ? 'package-inspectable' : 'package';
  return path.resolve(import.meta.dirname, '../../out', name);
}

/** The program that `npm run package` leaves for this machine. */
export function packagedDesk(kind: PackageKind): string {
  const folder = packageFolder(kind);
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  switch (process.platform) {
    case 'darwin':
      return path.join(folder, `mac${suffix}`, 'Remit Desk.app/Contents/MacOS/Remit Desk');
    case 'win32':
      return path.join(folder, `win${suffix}-unpacked`, 'Remit Desk.exe');
    default:
      return path.join(folder, `linux${suffix}-unpacked`, 'remit-desk');
  }
}
