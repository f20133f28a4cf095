/** Signing in, and signing in again at a locked desk. */
export const signIn = {
  title: 'Sign in',
  userId: 'User name',
  password: 'Password',
  submit: 'Sign in',
  noUser: 'Enter your user name.',
  noPassword: 'Enter your password.',
  sandbox: {
    title: 'Sandbox accounts',
    intro: 'Made-up patients, a pretend bank. Choose an account, then press Enter.',
    password: 'The password of each is {{password}}.',
    use: 'Use {{userId}}, {{role}}',
  },
  backend: {
    connecting: 'Looking for the backend…',
    reachable: 'The backend is ready.',
    unreachable:
      'The backend cannot be reached, so nobody can sign in; the desk keeps trying by itself.',
    other_protocol: 'This desk and the backend speak different versions; update Remit Desk.',
    nonsense: 'What answers is not a Remit backend; check the address the desk was given.',
  },
  locked: {
    title: 'Locked',
    by: '{{name}} locked this desk, or was away for fifteen minutes.',
    kept: 'Everything is kept where it was.',
    password: 'Password of {{name}}',
    submit: 'Unlock',
    signOut: 'Sign out',
    somebodyElse: 'Somebody else? Sign out first.',
  },
} as const;
