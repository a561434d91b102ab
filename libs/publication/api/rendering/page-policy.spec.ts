import { policyOf } from './page-policy';

function directive(html: string, name: string): string | undefined {
  return policyOf(html, false)
    .split('; ')
    .find((one) => one.startsWith(`${name} `));
}

describe('the policy of a page', () => {
  it.each([
    [
      'without inline scripts none is allowed',
      '<script src="main.js"></script>',
      "script-src 'self'",
    ],
    [
      'a block of data is not run and needs no hash',
      '<script id="ng-state" type="application/json">{}</script>',
      "script-src 'self'",
    ],
    [
      'structured data is not run either',
      '<script type="application/ld+json">{}</script>',
      "script-src 'self'",
    ],
    [
      'an inline script is allowed by the hash of its bytes',
      '<script>start()</script>',
      "script-src 'self' 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='",
    ],
  ])('%s', (_, html, expected) => {
    expect(directive(html, 'script-src')).toBe(expected);
  });

  it('allows an inline stylesheet by the hash of its bytes', () => {
    expect(directive('<style>p{}</style>', 'style-src')).toMatch(
      /^style-src 'self' 'sha256-[^']+'$/,
    );
  });

  it('never allows anything inline unseen, nor anyone to frame the page', () => {
    const policy = policyOf('<p>tekst</p>', true);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(
      "require-trusted-types-for 'script'; trusted-types angular default jury-worker",
    );
    expect(policy).toContain('upgrade-insecure-requests');
  });

  it('refuses a page with a style attribute, and is not misled by one in a text or in data', () => {
    expect(() => policyOf('<p style="color: red">rød</p>', false)).toThrow('style attribute');
    expect(() =>
      policyOf('<p>a style= b</p><script type="application/json">"<p style=1>"</script>', false),
    ).not.toThrow();
  });
});
