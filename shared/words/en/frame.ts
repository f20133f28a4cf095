/** The bars above and below every workspace, help and the command palette. */
export const frame = {
  callBar: 'This call',
  recording: { on: 'Recording', paused: 'Recording paused' },
  timer: 'Length of the call',
  noPatient: 'No patient yet',
  noCall: 'No call',
  interpreter: 'Interpreter',
  tty: 'TTY',
  backend: {
    connecting: 'Connecting…',
    reachable: 'Connected',
    unreachable: 'Backend unreachable',
    other_protocol: 'Other backend version',
    nonsense: 'Not a Remit backend',
  },
  away: {
    unreachable: 'The backend cannot be reached since {{time}}.',
    other_protocol:
      'The backend speaks another version than this desk since {{time}}; update Remit Desk.',
    nonsense:
      'What answers since {{time}} is not a Remit backend; ask support to check the address.',
    meanwhile:
      'No card can be taken and nobody verified. Notes, promises, referrals and expected wires are kept here and sent when it is back.',
    meanwhileSupervisor: 'What is shown may be older; nothing can be decided until it is back.',
  },
  unsent_one: '{{count}} unsent · {{age}}',
  unsent_other: '{{count}} unsent · {{age}}',
  openAttempts_one: '{{count}} payment outcome open',
  openAttempts_other: '{{count}} payment outcomes open',
  age: { moments: 'just now', minutes: '{{count}} min', hours: '{{count}} h', days: '{{count}} d' },
  cacheRebuilt: 'The local copy was damaged and is being built again; nothing is lost.',
  version: 'Version {{version}}',
  lock: 'Lock the desk',
  menu: 'User menu of {{name}}',
  scheme: {
    title: 'Appearance',
    auto: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  signOut: 'Sign out',
  keys: {
    title: 'Keys that work here',
    bar: 'Keys that work now',
    help: 'Help',
    anything: 'Anything',
    close: 'Close',
    language: 'Speak English or Spanish',
  },
  palette: {
    title: 'What do you want to do?',
    search: 'Type what you want to do',
    nothing: 'Nothing here is called that; try another word.',
    here: 'Here',
    desk: 'Desk',
  },
} as const;
