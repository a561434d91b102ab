import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isShellPage } from './web-handler';

/** The application says which pages it fills in the browser; the handler has to say the same. */
const PROGRAM = readFileSync(
  path.resolve(import.meta.dirname, '../../../../apps/web/signed-in-program.ts'),
  'utf8',
);

describe('the pages that are the same shell for everyone', () => {
  const [, list = ''] = /SIGNED_IN_PAGES = \[([^\]]*)\]/.exec(PROGRAM) ?? [];
  const named = [...list.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name);

  it('are the ones that the application does not render on the server', () => {
    expect(named).toHaveLength(8);
    expect(named.filter((name) => !isShellPage(`/${name}`))).toEqual([]);
  });

  it.each(['/', '/arkiv/2021', '/juryen', '/kommuner/1539', '/kommunen', '/direkte'])(
    'do not include %s',
    (address) => {
      expect(isShellPage(address)).toBe(false);
    },
  );
});
