import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const CHECKSUMS = 'checksums.sha256';

export interface WrittenFile {
  /** Within the package, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A folder that is being filled: what has been written is known with its checksum. */
export class PackageFolder {
  private readonly files: WrittenFile[] = [];

  private constructor(private readonly root: string) {}

  /** Throws where there is something in the folder already. */
  static async make(root: string): Promise<PackageFolder> {
    await mkdir(root, { recursive: true });
    if ((await readdir(root)).length > 0) throw new Error(`${root} is not empty`);
    return new PackageFolder(root);
  }

  get count(): number {
    return this.files.length;
  }

  async write(
    name: string,
    content: string | Buffer | AsyncIterable<Buffer | string>,
  ): Promise<WrittenFile> {
    const at = path.join(this.root, ...name.split('/'));
    await mkdir(path.dirname(at), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform(piece: Buffer, _, done) {
        hash.update(piece);
        bytes += piece.length;
        done(null, piece);
      },
    });
    const whole = typeof content === 'string' || Buffer.isBuffer(content) ? [content] : content;
    await pipeline(Readable.from(whole), counted, createWriteStream(at, { flags: 'wx' }));
    const file = { path: name, bytes, sha256: hash.digest('hex') };
    this.files.push(file);
    return file;
  }

  /** Writes the list of checksums, as `sha256sum -c` reads it. Answers with its own SHA-256. */
  async close(): Promise<string> {
    const lines = [...this.files]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path: name, sha256 }) => `${sha256}  ${name}\n`)
      .join('');
    await writeFile(path.join(this.root, CHECKSUMS), lines, { flag: 'wx' });
    return createHash('sha256').update(lines).digest('hex');
  }
}

/** Compares every file with the list. Answers with what is wrong, nothing when all is well. */
export async function folderFaults(root: string): Promise<string[]> {
  const faults: string[] = [];
  const listed = new Map<string, string>();
  for (const line of (await readFile(path.join(root, CHECKSUMS), 'utf8')).split('\n')) {
    const parts = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    if (parts?.[1] && parts[2]) listed.set(parts[2], parts[1]);
    else if (line !== '') faults.push(`${CHECKSUMS}: not understood: ${line}`);
  }
  const found = await filesIn(root);
  for (const name of found)
    if (!listed.has(name) && name !== CHECKSUMS) faults.push(`${name}: is not in the list`);
  for (const [name, sha256] of listed) {
    if (!found.includes(name)) faults.push(`${name}: is missing`);
    else if ((await sha256Of(path.join(root, name))) !== sha256)
      faults.push(`${name}: has been changed`);
  }
  return faults;
}

async function filesIn(root: string): Promise<string[]> {
  const names = await readdir(root, { recursive: true });
  const files: string[] = [];
  for (const name of names)
    if ((await stat(path.join(root, name))).isFile()) files.push(name.split(path.sep).join('/'));
  return files;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
