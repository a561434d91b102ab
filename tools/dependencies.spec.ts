import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const json = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

interface Locked {
  license?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  link?: boolean;
}
const locked = Object.entries(json('package-lock.json').packages as Record<string, Locked>).filter(
  ([at, { link }]) => at !== '' && !link && !at.startsWith('libs/'),
);

/** What may be passed on with the product; LGPL stands for one library that is loaded beside it and can be replaced. */
const PASSED_ON = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
]);
/** Say it in an older way, or only in their licence file: MIT. */
const SAID_OTHERWISE = ['busboy', 'passport-strategy', 'pause', 'streamsearch'];

describe('the dependencies', () => {
  it('are those that were looked at: every one is known by the sum of its bytes', () => {
    expect(locked.length).toBeGreaterThan(500);
    const unknown = locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(unknown.map(([at]) => at)).toEqual([]);
  });

  it('are named by one exact version each', () => {
    const { dependencies, devDependencies, optionalDependencies } = json('package.json');
    const named = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(String(version)))).toEqual(
      [],
    );
  });

  it('run nothing when they are installed, and come from wherever the installer asks', () => {
    const npmrc = readFileSync(path.join(ROOT, '.npmrc'), 'utf8').split('\n');
    expect(npmrc).toContain('ignore-scripts=true');
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('may be passed on, those that the product itself needs', () => {
    const others = locked
      .filter(([, { dev }]) => !dev)
      .filter(([at, { license }]) => {
        const name = at.replace(/^.*node_modules\//, '');
        if (license === undefined) return !SAID_OTHERWISE.includes(name);
        return !license.split(/ AND | OR |[()]/).every((one) => one === '' || PASSED_ON.has(one));
      });
    expect(others.map(([at, { license }]) => `${at} ${license}`)).toEqual([]);
  });

  it.each(SAID_OTHERWISE)('%s is under MIT', (name) => {
    const folder = path.join(ROOT, 'node_modules', name);
    const said = ['LICENSE', 'Readme.md', 'package.json']
      .filter((file) => existsSync(path.join(folder, file)))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .join('\n');
    expect(said).toMatch(/MIT|Permission is hereby granted, free of charge/);
  });
});
