import type { PageMemory, StoredPage } from './page-memory';
import { setUp } from './testing/sample-pages';

async function html(memory: PageMemory, path: string): Promise<string> {
  const page = (await memory.page(path, 'nb')) as StoredPage;
  return page.bytes.plain.toString();
}

describe('the memory of public pages', () => {
  it('renders a page once, however many ask at the same time', async () => {
    const { award, renderer, memory } = setUp();
    renderer.hold();
    const all = Promise.all(Array.from({ length: 500 }, () => memory.page('/', 'nb')));
    await new Promise((resolve) => setImmediate(resolve));
    renderer.go();
    const pages = await all;
    expect(renderer.rendered).toEqual(['/']);
    expect(award.asked).toBe(1);
    expect(new Set(pages).size).toBe(1);
  });

  it('keeps each language apart, under its own address', async () => {
    const { renderer, memory } = setUp();
    await Promise.all([memory.page('/', 'nb'), memory.page('/', 'nn'), memory.page('/', 'en')]);
    expect(renderer.rendered).toEqual(['/', '/nn/', '/en/']);
    expect(memory.fresh('/nn/')?.language).toBe('nn');
    expect(memory.fresh('/nn')).toBeUndefined();
  });

  it('never answers with a page of an earlier revision', async () => {
    const { award, memory } = setUp();
    expect(await html(memory, '/')).toContain('ukjent');
    award.announce('Rauma');
    expect(memory.fresh('/')).toBeUndefined();
    expect(await html(memory, '/')).toContain('Rauma');
    expect(memory.fresh('/')?.revision).toBe('2');
  });

  it('does not let a page that was begun before a change answer those who ask after it', async () => {
    const { award, renderer, memory } = setUp();
    renderer.hold();
    const before = html(memory, '/');
    await new Promise((resolve) => setImmediate(resolve));
    award.announce('Rauma');
    const after = html(memory, '/');
    await new Promise((resolve) => setImmediate(resolve));
    renderer.go();
    expect(await before).toContain('ukjent');
    expect(await after).toContain('Rauma');
    expect(renderer.rendered).toEqual(['/', '/']);
    expect(await html(memory, '/')).toContain('Rauma');
  });

  it('renders the most read pages anew when something has changed', async () => {
    const { award, renderer, memory } = setUp();
    await memory.page('/', 'nn');
    award.announce('Rauma');
    await memory.refresh();
    expect(renderer.rendered).toEqual(['/nn/', '/nn/']);
    expect(memory.fresh('/nn/')?.bytes.plain.toString()).toContain('Rauma');
  });

  it('keeps one page for all addresses that show the same', async () => {
    const { renderer, memory } = setUp();
    await memory.page('/arkiv?utm_source=brev', 'nb');
    await memory.page('/arkiv?x=1', 'nb');
    await memory.page('/kommuner/9999', 'nb');
    await memory.page('/kommuner/8888', 'nb');
    expect(renderer.rendered).toEqual(['/arkiv', '/kommuner/0000']);
  });

  it('keeps nothing under an address that was not found', async () => {
    const { memory } = setUp();
    await memory.page('/borte', 'nb');
    expect(memory.fresh('/borte')).toBeUndefined();
  });

  it('refuses more making at once than it can do, and says so', async () => {
    const { renderer, memory } = setUp();
    renderer.hold();
    const many = Array.from({ length: 70 }, (_, number) =>
      memory.page(number < 69 ? `/borte?${number}` : '/', 'nb').then(
        () => 'made',
        (error: Error) => error.constructor.name,
      ),
    );
    await new Promise((resolve) => setImmediate(resolve));
    renderer.go();
    const answers = await Promise.all(many);
    expect(answers.filter((answer) => answer === 'TooManyPages')).toHaveLength(6);
  });

  it('tries again after a page could not be rendered', async () => {
    const { renderer, memory } = setUp();
    renderer.fails = true;
    await expect(memory.page('/', 'nb')).rejects.toThrow('no');
    renderer.fails = false;
    expect(await html(memory, '/')).toContain('ukjent');
  });
});
