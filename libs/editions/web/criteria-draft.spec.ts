import { describedScores, draftsOf, emptyDraft, ordersOf } from './criteria-draft';
import { anEdition } from './testing';

describe('criteria as they are edited', () => {
  it.each([
    [{ min: 1, max: 6 }, [1, 4, 6]],
    [{ min: 0, max: 10 }, [0, 6, 10]],
    [{ min: 1, max: 2 }, [1, 2]],
  ])('describes the ends and the middle of %j', (scale, scores) => {
    expect(describedScores({ scale })).toEqual(scores);
  });

  it('gives every level and class a field, and sends back only what is written', () => {
    const edition = anEdition();
    const [draft] = draftsOf(edition);
    expect(draft?.levels['single-measure'].map(({ score }) => score)).toEqual([1, 4, 6]);
    expect(draft?.perClass.map(({ code }) => code)).toEqual(['small', 'large']);
    const [order] = ordersOf(draftsOf(edition));
    expect(order?.levels).toEqual(edition.criteria[0]?.levels);
    expect(order?.perClass).toEqual([{ code: 'small', words: { nb: 'Få folk', nn: '', en: '' } }]);
    expect(Object.keys(order ?? {}).sort()).toEqual([
      'code',
      'levels',
      'name',
      'perBasis',
      'perClass',
      'weight',
    ]);
  });

  it('gives a new criterion a code of its own', () => {
    const edition = anEdition();
    const named = {
      ...emptyDraft(edition, 'new-1'),
      name: { nb: 'Works together', nn: '', en: '' },
    };
    expect(ordersOf([...draftsOf(edition), named, named]).map(({ code }) => code)).toEqual([
      'works-together',
      'works-together-2',
      'works-together-3',
    ]);
  });
});
