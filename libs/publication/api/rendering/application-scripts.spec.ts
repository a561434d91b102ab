import { applicationScripts } from './application-scripts';

const files = new Map(
  Object.entries({
    '/main-AAAAAAAA.js': 'import("./application-BBBBBBBB.js")',
    '/application-BBBBBBBB.js':
      'import{a}from"./chunk-C.js";import"./chunk-D.js";import("./front-page-X.js")',
    '/chunk-C.js': 'import{b}from"./chunk-D.js";import{c}from"./application-BBBBBBBB.js"',
    '/chunk-D.js': '',
    '/nn/application-EEEEEEEE.js': 'import"./chunk-F.js"',
    '/front-page-X.js': '',
  }).map(([name, text]) => [name, Buffer.from(text)] as const),
);

describe('the scripts that a shell names ahead', () => {
  it.each([
    [
      'the application and all that it imports, each once, and no page',
      '',
      ['application-BBBBBBBB.js', 'chunk-C.js', 'chunk-D.js'],
    ],
    ['those of the language', '/nn', ['application-EEEEEEEE.js', 'chunk-F.js']],
    ['none where there is no application', '/en', []],
  ])('%s', (_, folder, expected) => {
    expect(applicationScripts(files, folder)).toEqual(expected);
  });
});
