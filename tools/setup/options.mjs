const USAGE =
  'usage: node tools/setup.mjs [--quiet] [--only=dependencies] [--retry-download] [--then file [arguments]]';

/** Reads the command line; everything after `--then file` belongs to that file. */
export function readOptions(words) {
  const options = { quiet: false, only: '', retryDownload: false, followUp: undefined };
  const then = words.indexOf('--then');
  const own = then === -1 ? words : words.slice(0, then);
  if (then !== -1) options.followUp = words.slice(then + 1);
  for (const word of own) {
    if (word === '--quiet') options.quiet = true;
    else if (word === '--only=dependencies') options.only = 'dependencies';
    else if (word === '--retry-download') options.retryDownload = true;
    else refuse(word);
  }
  return options;
}

function refuse(word) {
  console.error(`setup does not know "${word}".\n${USAGE}`);
  process.exit(2);
}
