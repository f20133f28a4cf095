import { readWords } from '../command/typed-words.ts';
import { addAuditKey } from '../secrets.ts';
import { publishKeys } from './public-keys.ts';
import { signerOf } from './signing-key.ts';

const options = { data: { type: 'string', default: '.data/backend' } } as const;

try {
  const { data } = readWords(process.argv.slice(2), options);
  const { keyId } = signerOf(await addAuditKey(data));
  await publishKeys(data);
  console.log(
    `Key ${keyId} is made in audit-keys.json; restart every server with that file, and hand audit-public-keys.json to whoever verifies.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
