import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RenderProcess } from './render-process';

/** Answers as the real worker does, and misbehaves when asked to. */
const WORKER = `
import { readFileSync } from 'node:fs';
process.on('message', ({ id, url, view }) => {
  if (url === '/krasj') process.exit(1);
  if (url === '/heng') return;
  if (url === '/uten-side') return process.send({ id, html: null });
  if (url === '/miljo') return process.send({ id, html: JSON.stringify(Object.keys(process.env)) });
  if (url === '/les') {
    try { readFileSync(view); process.send({ id, html: 'read' }); }
    catch (error) { process.send({ id, html: error.code }); }
    return;
  }
  process.send({ id, html: process.pid + ':' + url + ':' + JSON.stringify(view) });
});
process.send({ ready: true });
`;

describe('the process that renders', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaaring-render-'));
  const script = path.join(folder, 'server.mjs');
  const started: RenderProcess[] = [];

  beforeAll(() => writeFileSync(script, WORKER));
  afterEach(() => started.splice(0).forEach((one) => one.stop()));
  afterAll(() => rmSync(folder, { recursive: true }));

  function process_(options: { idle?: number; patience?: number } = {}): RenderProcess {
    const made = new RenderProcess({ script, ...options });
    started.push(made);
    return made;
  }

  const pid = (html: string) => html.split(':')[0];

  it('renders many pages in one process', async () => {
    const renderer = process_();
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, number) => renderer.render(`/${number}`, { number })),
    );
    expect(pages[7]).toMatch(/^\d+:\/7:\{"number":7\}$/);
    expect(new Set(pages.map(pid)).size).toBe(1);
  });

  it('ends when there has been nothing to do for a while, and starts again on need', async () => {
    const renderer = process_({ idle: 50 });
    const first = await renderer.render('/', null);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(renderer.running).toBe(false);
    expect(pid(await renderer.render('/', null))).not.toBe(pid(first));
  });

  it('starts anew after a failure; a page beside it is not lost, the failing one is given up', async () => {
    const renderer = process_();
    await renderer.render('/', null);
    const beside = renderer.render('/ved-siden', 1);
    const failing = renderer.render('/krasj', null);
    await expect(failing).rejects.toThrow('the renderer ended');
    expect(await beside).toContain('/ved-siden');
    expect(await renderer.render('/etter', null)).toContain('/etter');
  });

  it('gives up a page that takes too long', async () => {
    const renderer = process_({ patience: 400 });
    await expect(renderer.render('/heng', null)).rejects.toThrow('too long');
    expect(await renderer.render('/etter', null)).toContain('/etter');
  });

  it('does not start a broken bundle over and over', async () => {
    const renderer = new RenderProcess({
      script: path.join(folder, 'missing.mjs'),
      complaints: 'ignore',
    });
    started.push(renderer);
    await expect(renderer.render('/', null)).rejects.toThrow('cannot start');
    const again = renderer.render('/', null);
    expect(renderer.running).toBe(false);
    await expect(again).rejects.toThrow('cannot start');
  });

  it('says when the application has no such page', async () => {
    await expect(process_().render('/uten-side', null)).rejects.toThrow('no such page');
  });

  it('knows no secrets and reads nothing but its own bundle', async () => {
    const renderer = process_();
    const names = JSON.parse(await renderer.render('/miljo', null)) as string[];
    expect(names.filter((name) => !/^(NODE_|npm_|__CF)/.test(name))).toEqual([]);
    expect(await renderer.render('/les', '/etc/passwd')).toBe('ERR_ACCESS_DENIED');
    expect(await renderer.render('/les', script)).toBe('read');
  });
});
