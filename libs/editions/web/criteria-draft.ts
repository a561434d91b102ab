import { BASES, type Basis } from '@award/award';
import type { CriterionView, EditionView, Level, Words } from '@award/editions/contract';
import { codeOf } from './code-of';

/** A criterion as it is edited. `key` follows it while it is moved. */
export interface CriterionDraft {
  key: string;
  code: string;
  weight: number;
  name: Words;
  perBasis: Record<Basis, Words>;
  perClass: { code: string; words: Words }[];
  levels: Record<Basis, Level[]>;
}

/** The scores whose look is described: the lowest, two thirds of the way, and the highest. */
export function describedScores({ scale }: Pick<EditionView, 'scale'>): number[] {
  const middle = Math.round(scale.min + (scale.max - scale.min) * 0.6);
  return [...new Set([scale.min, middle, scale.max])];
}

export function draftsOf(edition: EditionView): CriterionDraft[] {
  return edition.criteria.map((criterion) => draftOf(criterion, edition));
}

export function emptyDraft(edition: EditionView, key: string): CriterionDraft {
  const bare: CriterionView = {
    id: key,
    code: '',
    position: 0,
    weight: 1,
    name: noWords(),
    guidance: { perBasis: { 'single-measure': noWords(), 'all-round': noWords() }, perClass: {} },
    levels: { 'single-measure': [], 'all-round': [] },
  };
  return draftOf(bare, edition);
}

function draftOf(
  { id, code, weight, name, guidance, levels }: CriterionView,
  edition: EditionView,
): CriterionDraft {
  const scores = describedScores(edition);
  const levelsOf = (basis: Basis): Level[] => {
    const known = new Map(levels[basis].map((level) => [level.score, level.words]));
    return [...new Set([...scores, ...known.keys()])]
      .sort((one, other) => one - other)
      .map((score) => ({ score, words: known.get(score) ?? noWords() }));
  };
  return {
    key: id,
    code,
    weight,
    name,
    perBasis: guidance.perBasis,
    perClass: edition.classes.map((one) => ({
      code: one.code,
      words: guidance.perClass[one.code] ?? noWords(),
    })),
    levels: { 'single-measure': levelsOf('single-measure'), 'all-round': levelsOf('all-round') },
  };
}

/** As the server takes them: a new criterion gets a code of its own, and levels without words are left out. */
export function ordersOf(drafts: readonly CriterionDraft[]) {
  const taken = drafts.map(({ code }) => code).filter(Boolean);
  return drafts.map(({ key: _key, ...draft }) => {
    const code = draft.code || codeOf(draft.name.nb, taken, 'criterion');
    taken.push(code);
    const written = (basis: Basis) =>
      draft.levels[basis].filter(({ words }) => words.nb.trim() !== '');
    return {
      ...draft,
      code,
      perClass: draft.perClass.filter(({ words }) => words.nb.trim() !== ''),
      levels: { 'single-measure': written(BASES[0]), 'all-round': written(BASES[1]) },
    };
  });
}

function noWords(): Words {
  return { nb: '', nn: '', en: '' };
}
