// What a program looks for, and the packages that bring it, newest name first.

export const libraries = [
  { name: 'libnss3.so', packages: ['libnss3'] },
  { name: 'libatk-1.0.so.0', packages: ['libatk1.0-0t64', 'libatk1.0-0'] },
  { name: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { name: 'libcups.so.2', packages: ['libcups2t64', 'libcups2'] },
  { name: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { name: 'libgbm.so.1', packages: ['libgbm1'] },
  { name: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { name: 'libXss.so.1', packages: ['libxss1'] },
  { name: 'libdrm.so.2', packages: ['libdrm2'] },
];

/** Without a display of its own the desk is shown on a virtual one. */
export function commands() {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  return [
    { name: 'Xvfb', packages: ['xvfb'] },
    { name: 'xvfb-run', packages: ['xvfb'] },
    { name: 'xauth', packages: ['xauth'] },
  ];
}

/** Only where the SQLite binding has to be compiled. */
export const compilers = [
  { name: 'g++', packages: ['g++'] },
  { name: 'make', packages: ['make'] },
  { name: 'python3', packages: ['python3'] },
];

/** Chromium draws empty boxes without any font. */
export const fonts = [{ name: 'any font', packages: ['fonts-liberation'] }];
