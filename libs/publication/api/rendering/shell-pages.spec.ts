import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isShellPage } from './web-handler';

/** The application says which pages it fills in the browser; the handler has to say the same. */
const SERVER_ROUTES = readFileSync(
  path.resolve(import.meta.dirname, '../../../../apps/web/app.routes.server.ts'),
  'utf8',
);

describe('the pages that are the same shell for everyone', () => {
  const named = [...SERVER_ROUTES.matchAll(/\[\s*((?:'[a-z/-]+',?\s*)+)\]/g)].flatMap(
    ([, list = '']) => [...list.matchAll(/'([a-z/-]+)'/g)].map(([, name = '']) => name),
  );

  it('are the ones that the application does not render on the server', () => {
    expect(named).toEqual(expect.arrayContaining(['logg-inn', 'demo/post', 'kommune', 'folg']));
    expect(named.filter((name) => !isShellPage(`/${name}`))).toEqual([]);
  });

  it.each(['/', '/arkiv/2021', '/juryen', '/kommuner/1539', '/kommunen', '/direkte'])(
    'do not include %s',
    (address) => {
      expect(isShellPage(address)).toBe(false);
    },
  );
});
