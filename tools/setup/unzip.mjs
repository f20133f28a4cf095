import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

// A bare machine has no unzip. Field offsets: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const LOCAL_HEADER_SIZE = 30;
const DEFLATED = 8;
const KIND = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks the entries that `placeOf` gives a path for, with their file modes.
 * The archive's integrity has been checked before, so sums are not checked here.
 */
export async function unpack(archive, placeOf, progress) {
  const file = await open(archive);
  try {
    const wanted = (await readDirectory(file))
      .map(entry => ({ ...entry, place: placeOf(entry.name) }))
      .filter(entry => entry.place && !entry.name.endsWith('/'));
    const total = wanted.reduce((sum, entry) => sum + entry.packedSize, 0);
    let done = 0;
    for (const entry of wanted) {
      await mkdir(path.dirname(entry.place), { recursive: true });
      await unpackEntry(file, archive, entry);
      done += entry.packedSize;
      progress(done / total);
    }
  } finally {
    await file.close();
  }
}

async function unpackEntry(file, archive, { place, method, packedSize, headerAt, mode }) {
  const header = await readAt(file, headerAt, LOCAL_HEADER_SIZE);
  const start = headerAt + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  if ((mode & KIND) === SYMBOLIC_LINK) {
    const packed = await readAt(file, start, packedSize);
    await symlink(String(method === DEFLATED ? inflateRawSync(packed) : packed), place);
    return;
  }
  const target = createWriteStream(place, { mode: mode & 0o777 });
  if (packedSize === 0) return void target.end();
  const source = createReadStream(archive, { start, end: start + packedSize - 1 });
  if (method === DEFLATED) await pipeline(source, createInflateRaw(), target);
  else await pipeline(source, target);
}

async function readDirectory(file) {
  const { size } = await file.stat();
  const tailSize = Math.min(size, END_SIZE + LONGEST_COMMENT);
  const tail = await readAt(file, size - tailSize, tailSize);
  let at = tail.length - END_SIZE;
  while (at >= 0 && tail.readUInt32LE(at) !== END_OF_DIRECTORY) at -= 1;
  if (at < 0) throw new Error('the archive has no directory');
  const directory = await readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
  const entries = [];
  for (let here = 0; here < directory.length; ) {
    const nameLength = directory.readUInt16LE(here + 28);
    const nameAt = here + 46;
    entries.push({
      name: directory.toString('utf8', nameAt, nameAt + nameLength),
      method: directory.readUInt16LE(here + 10),
      packedSize: directory.readUInt32LE(here + 20),
      mode: directory.readUInt32LE(here + 38) >>> 16,
      headerAt: directory.readUInt32LE(here + 42),
    });
    here =
      nameAt + nameLength + directory.readUInt16LE(here + 30) + directory.readUInt16LE(here + 32);
  }
  return entries;
}

async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('the archive ends too early');
  return buffer;
}
