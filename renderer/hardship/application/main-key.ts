/** Does what comes next in the application: begins it, hands it in, decides it. */
export const MAIN_KEY = 'Ctrl+Shift+A';
