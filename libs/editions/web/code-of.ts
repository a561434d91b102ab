const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' };

/** A code made from a name: lower-case letters, digits and hyphens, begun by a letter, and not yet taken. */
export function codeOf(name: string, taken: readonly string[], fallback: string): string {
  const base =
    name
      .toLowerCase()
      .replaceAll(/[æøå]/g, (letter) => LETTERS[letter] ?? letter)
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^[^a-z]+|-+$/g, '')
      .slice(0, 28)
      .replace(/-+$/, '') || fallback;
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
