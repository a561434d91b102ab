import {
  BASES,
  DEFAULT_CRITERIA,
  DEFAULT_SCALE,
  EDITION_LIMITS,
  mayUseClasses,
} from '@award/award';
import type { Words } from '@award/editions/contract';
import { defaultCallText, defaultClasses, defaultCriteria, defaultName } from './default-edition';

const everyText = (words: Words, most: number) =>
  [words.nb, words.nn, words.en].every((text) => text.trim() !== '' && text.length <= most);

describe('the award’s own set-up', () => {
  it('has the classes and the criteria of the rules, of equal weight', () => {
    expect(mayUseClasses(defaultClasses)).toEqual({ allowed: true });
    expect(defaultCriteria.map(({ code, weight }) => ({ code, weight }))).toEqual(DEFAULT_CRITERIA);
  });

  it.each(defaultCriteria.map((criterion) => [criterion.code, criterion] as const))(
    '%s is told in three languages, per basis and class, with the two ends and the middle of the scale',
    (_code, { name, guidance, levels }) => {
      expect(everyText(name, EDITION_LIMITS.name)).toBe(true);
      expect(Object.keys(guidance.perClass).sort()).toEqual(['large', 'small']);
      const texts = [
        ...Object.values(guidance.perBasis),
        ...Object.values(guidance.perClass),
        ...BASES.flatMap((basis) => levels[basis].map(({ words }) => words)),
      ];
      expect(texts.filter((words) => !everyText(words, EDITION_LIMITS.guidance))).toEqual([]);
      for (const basis of BASES)
        expect(levels[basis].map(({ score }) => score)).toEqual([
          DEFAULT_SCALE.min,
          4,
          DEFAULT_SCALE.max,
        ]);
    },
  );

  it('names the year and calls in three languages', () => {
    expect(everyText(defaultName(2027), EDITION_LIMITS.name)).toBe(true);
    expect(defaultName(2027).nb).toContain('2027');
    expect(everyText(defaultCallText, EDITION_LIMITS.text)).toBe(true);
  });
});
