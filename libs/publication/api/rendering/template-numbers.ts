const STATE = /(<script id="ng-state"[^>]*>)([^<]*)(?=<\/script>)/;
const NUMBER = /"t\d+"/g;

/**
 * Angular numbers templates in the order in which the process first drew them: the bytes of a page, and its tag, would
 * tell what was drawn before it, and no two processes would agree. Here they are numbered in the order of the page.
 */
export function numberedByThePage(html: string): string {
  return html.replace(STATE, (whole, opening: string, text: string) => {
    const state: { __nghData__?: unknown } = JSON.parse(text);
    if (state.__nghData__ === undefined) return whole;
    const numbers = new Map<string, string>();
    const views = JSON.stringify(state.__nghData__).replaceAll(NUMBER, (was) => {
      const is = numbers.get(was) ?? `"t${numbers.size}"`;
      numbers.set(was, is);
      return is;
    });
    const numbered = { ...state, __nghData__: JSON.parse(views) };
    return opening + JSON.stringify(numbered).replaceAll('<', String.raw`\u003C`);
  });
}
