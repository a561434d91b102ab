/** What has been added to and removed from a text, word by word. */
export interface Change {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly text: string;
}

/**
 * The changes that lead from one text to the other: the longest common row of words is kept. White
 * space belongs to the word before it, so that the parts put together are the texts.
 */
export function differences(before: string, after: string): readonly Change[] {
  const [old, next] = [wordsOf(before), wordsOf(after)];
  const lengths = commonLengths(old, next);
  const changes: Change[] = [];
  const add = (kind: Change['kind'], text: string) => {
    const last = changes.at(-1);
    if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
    else changes.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      add('kept', next[j]);
      i += 1;
      j += 1;
    } else if (j >= next.length || (i < old.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      add('removed', old[i]);
      i += 1;
    } else {
      add('added', next[j]);
      j += 1;
    }
  }
  return changes;
}

/** `lengths[i][j]`: how many words the rests from `i` and `j` have in common, in order. */
function commonLengths(old: readonly string[], next: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(next.length + 1).fill(0),
  );
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = next.length - 1; j >= 0; j -= 1)
      lengths[i][j] =
        old[i] === next[j]
          ? lengths[i + 1][j + 1] + 1
          : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  return lengths;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}
