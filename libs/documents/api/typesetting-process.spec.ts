import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refused } from '@award/access/api';
import { Documents } from './documents.service';
import { NotSet, TypesettingProcess } from './typesetting-process';

/** Answers as the real typesetter does, and misbehaves when asked to. */
const PROGRAM = `
process.on('message', ({ id, order }) => {
  if (order === 'crash') process.exit(1);
  if (order === 'hang') return;
  if (order === 'fault') return process.send({ id, failed: 'not a document' });
  if (order === 'secrets') order = Object.keys(process.env).join(' ');
  process.send({ id, bytes: Buffer.from(process.pid + ' ' + order).toString('base64') });
});
process.send({ ready: true });
`;

describe('the process that sets documents', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaaring-typeset-'));
  const script = path.join(folder, 'typesetter.mjs');
  const started: TypesettingProcess[] = [];

  beforeAll(() => writeFileSync(script, PROGRAM));
  afterEach(() => started.splice(0).forEach((one) => one.stop()));
  afterAll(() => rmSync(folder, { recursive: true }));

  function typesetting(options: Partial<ConstructorParameters<typeof TypesettingProcess>[0]> = {}) {
    const made = new TypesettingProcess({ script, ...options });
    started.push(made);
    return made;
  }
  const words = async (pdf: Promise<Buffer>) =>
    (await pdf).toString().split(' ').slice(1).join(' ');
  const pid = async (pdf: Promise<Buffer>) => (await pdf).toString().split(' ')[0];

  it('sets many, each its own, in one process', async () => {
    const process_ = typesetting();
    const all = await Promise.all(Array.from({ length: 20 }, (_, at) => process_.set(`no ${at}`)));
    expect(all.map((pdf) => pdf.toString().split(' ').slice(1).join(' '))).toEqual(
      Array.from({ length: 20 }, (_, at) => `no ${at}`),
    );
    expect(new Set(all.map((pdf) => pdf.toString().split(' ')[0])).size).toBe(1);
  });

  it('ends when there is nothing to do, and starts again on need', async () => {
    const process_ = typesetting({ idle: 50 });
    const first = await pid(process_.set('a'));
    await new Promise((later) => setTimeout(later, 200));
    expect(process_.running).toBe(false);
    expect(await pid(process_.set('b'))).not.toBe(first);
  });

  it.each(['crash', 'hang', 'fault'])(
    'gives up a document with a %s, and sets the next',
    async (order) => {
      const process_ = typesetting({ patience: 1_000 });
      await process_.set('warm');
      const bad = process_.set(order);
      const good = process_.set('good');
      await expect(bad).rejects.toThrow(NotSet);
      expect(await words(good)).toBe('good');
    },
  );

  it('turns away more than may wait', async () => {
    const process_ = typesetting({ mostWaiting: 1 });
    const first = process_.set('first');
    const second = process_.set('second');
    await expect(process_.set('third')).rejects.toThrow(NotSet);
    expect([await words(first), await words(second)]).toEqual(['first', 'second']);
  });

  it('knows none of the server’s secrets', async () => {
    process.env['SESSION_SECRET_FOR_SPEC'] = 'x';
    expect(await words(typesetting().set('secrets'))).not.toContain('SESSION_SECRET_FOR_SPEC');
    delete process.env['SESSION_SECRET_FOR_SPEC'];
  });

  it('is refused clearly where there is no compiler', async () => {
    const documents = new Documents(typesetting({ script: path.join(folder, 'missing.mjs') }));
    await expect(
      documents.pdf(
        {
          layout: 'report',
          language: 'nb',
          title: '',
          over: '',
          under: '',
          foot: '',
          sample: false,
          blocks: [],
        },
        'ua-1',
        new Date(0),
      ),
    ).rejects.toEqual(new Refused('documents-unavailable'));
  });
});
