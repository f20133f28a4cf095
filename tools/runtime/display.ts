/** What Xvfb is told to show windows on. */
export const VIRTUAL_SCREEN = ['-screen', '0', '1600x1000x24'] as const;

/** Whether windows can be shown: always, except on a Linux machine without a display server. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The same command line, on a virtual screen where there is no real one. */
export function withDisplay(command: string, words: readonly string[]): [string, ...string[]] {
  if (hasDisplay()) return [command, ...words];
  return ['xvfb-run', '-a', '-s', VIRTUAL_SCREEN.join(' '), command, ...words];
}
