import { numberedByThePage } from './template-numbers';

const page = (state: string) =>
  `<body><p>"t9"</p><script id="ng-state" type="application/json">${state}</script></body>`;

describe('the numbers of the templates in a page', () => {
  it('are the same whatever was drawn before', () => {
    const drawnFirst = page(
      '{"__nghData__":[{"t":{"5":"t0","24":"t1"},"c":{"5":[{"i":"t0","r":1}]}}]}',
    );
    const drawnLater = page(
      '{"__nghData__":[{"t":{"5":"t9","24":"t6"},"c":{"5":[{"i":"t9","r":1}]}}]}',
    );
    expect(numberedByThePage(drawnLater)).toBe(drawnFirst);
    expect(numberedByThePage(drawnFirst)).toBe(drawnFirst);
  });

  it.each([
    ['the words of the page beside them', '{"words":"t9","__nghData__":[{"n":{"5":"3f2n"}}]}'],
    ['what must not end the script', String.raw`{"words":"\u003C/script>","__nghData__":[]}`],
    ['a page without any', '{"words":"t9"}'],
  ])('leave %s as it is', (_what, state) => {
    expect(numberedByThePage(page(state))).toBe(page(state));
  });

  it('are looked for in the state alone', () => {
    expect(numberedByThePage('<p>"t9"</p>')).toBe('<p>"t9"</p>');
  });
});
