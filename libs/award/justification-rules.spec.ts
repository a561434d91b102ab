import type { ClassStage } from './edition-phases';
import {
  figuresIn,
  type Finding,
  justificationFindings,
  type KnownFacts,
  maySignOff,
  mayWriteJustification,
  signOffState,
  type SignOff,
  stageTextFindings,
} from './justification-rules';
import { no, type Verdict, yes } from './verdict';

const signs = (person: string, house: SignOff['house'], textHash = 'now'): SignOff => ({
  person,
  house,
  textHash,
});

describe('the sign-offs of a justification', () => {
  it.each<[string, readonly SignOff[], Verdict]>([
    ['are missing at first', [], no('not-signed-off')],
    ['of KS alone are not enough', [signs('ann', 'KS')], no('not-signed-off')],
    [
      'of two from KS are not enough',
      [signs('ann', 'KS'), signs('bo', 'KS')],
      no('not-signed-off'),
    ],
    ['of one from each house are', [signs('ann', 'KS'), signs('cy', 'NHO')], yes],
    ['of the author alone are not', [signs('writer', 'KS')], no('author-alone')],
    [
      'of the author and one of the other house are',
      [signs('writer', 'KS'), signs('cy', 'NHO')],
      yes,
    ],
    [
      'of an independent member count for no house',
      [signs('ann', 'KS'), signs('ida', 'independent')],
      no('not-signed-off'),
    ],
    [
      'of an older text do not count',
      [signs('ann', 'KS'), signs('cy', 'NHO', 'before')],
      no('not-signed-off'),
    ],
    [
      'of two from one house and one from the other are',
      [signs('ann', 'KS'), signs('bo', 'KS'), signs('cy', 'NHO')],
      yes,
    ],
    [
      'of one person in two houses are one person',
      [signs('ann', 'KS'), signs('ann', 'NHO')],
      no('not-signed-off'),
    ],
    [
      'of the author in two houses are the author alone',
      [signs('writer', 'KS'), signs('writer', 'NHO')],
      no('author-alone'),
    ],
  ])('%s', (_, signOffs, expected) => {
    const state = signOffState({ textHash: 'now', authorPersonId: 'writer', signOffs });
    expect(state.maySeal).toEqual(expected);
  });

  it('tell who has signed the text as it is, and who signed an older one', () => {
    const signOffs = [
      signs('ann', 'KS', 'before'),
      signs('ann', 'KS'),
      signs('bo', 'KS', 'before'),
      signs('cy', 'NHO', 'before'),
    ];
    const state = signOffState({ textHash: 'now', authorPersonId: 'writer', signOffs });
    expect(state.signers).toEqual({ KS: ['ann'], NHO: [] });
    expect(state.stale).toEqual(['bo', 'cy']);
  });
});

describe('signing off', () => {
  const signing = (change: Partial<Parameters<typeof maySignOff>[0]> = {}) => ({
    stage: 'finalists-sealed' as ClassStage,
    person: 'ann',
    seat: yes,
    takesPart: yes,
    seenHash: 'now',
    textHash: 'now',
    signOffs: [],
    sealed: false,
    ...change,
  });

  it.each<[string, Parameters<typeof maySignOff>[0], Verdict]>([
    ['is for a member of the class', signing(), yes],
    [
      'is not before the finalists are sealed',
      signing({ stage: 'deliberation' }),
      no('wrong-stage'),
    ],
    [
      'is not for a seat that is not active',
      signing({ seat: no('seat-not-active') }),
      no('seat-not-active'),
    ],
    ['is not for a recused member', signing({ takesPart: no('recused') }), no('recused')],
    ['is for the text that was read', signing({ seenHash: 'before' }), no('stale-save')],
    [
      'is done once for a text',
      signing({ signOffs: [signs('ann', 'KS')] }),
      no('already-signed-off'),
    ],
    ['is done anew for a new text', signing({ signOffs: [signs('ann', 'KS', 'before')] }), yes],
    ['is over when it is sealed', signing({ sealed: true }), no('wrong-state')],
  ])('%s', (_, given, expected) => {
    expect(maySignOff(given)).toEqual(expected);
  });

  it.each<[string, ClassStage, boolean, Verdict, boolean, Verdict]>([
    [
      'writing is for the finalists of a sealed decision',
      'finalists-sealed',
      true,
      yes,
      false,
      yes,
    ],
    ['writing goes on after the winner is sealed', 'winner-sealed', true, yes, false, yes],
    ['nothing is written before', 'deliberation', true, yes, false, no('wrong-stage')],
    ['nothing is written for others', 'finalists-sealed', false, yes, false, no('not-a-finalist')],
    [
      'nothing is written by a recused member',
      'finalists-sealed',
      true,
      no('recused'),
      false,
      no('recused'),
    ],
    ['nothing is written in a sealed text', 'finalists-sealed', true, yes, true, no('wrong-state')],
  ])('%s', (_, stage, finalist, takesPart, sealed, expected) => {
    expect(mayWriteJustification({ stage, finalist, takesPart, sealed })).toEqual(expected);
  });
});

describe('the figures in a text', () => {
  it.each<[string, string, readonly string[]]>([
    ['are none in a text without', 'Vi vant.', []],
    ['are joined over thousands', 'Fra 15 000 til 1 250 000 kroner', ['15000', '1250000']],
    ['are joined over hard spaces and points', '15\u00a0000 og 15.000', ['15000']],
    ['keep the decimal comma', 'opp 1,5 prosent', ['1,5']],
    ['are years too', 'fra 2021 til 2025', ['2021', '2025']],
    ['end at the full stop', 'Det ble 120. Siden kom 300.', ['120', '300']],
    ['are not joined by a list', 'i 2021, 300 stillinger', ['2021', '300']],
  ])('%s', (_, text, expected) => {
    expect(figuresIn(text)).toEqual(expected);
  });
});

describe('what to look at in a justification', () => {
  const facts: KnownFacts = {
    names: ['Fjordvik'],
    counties: ['Nordland'],
    otherMunicipalities: ['Dalby', 'Os', 'Fjordvik'],
    otherCounties: ['Troms', 'Nordland'],
    sources: ['Vi skapte 120 arbeidsplasser.'],
  };
  const long = (text: string) => `${text} ${'De fikk det til. '.repeat(22)}`;

  it.each([
    [59, ['too-short']],
    [60, []],
    [220, []],
    [221, ['too-long']],
  ])('advises feedback of 60 to 220 words: %d', (count, codes) => {
    const text = `Fjordvik. ${'Ord. '.repeat(count - 1)}`;
    const found = justificationFindings(text, facts, 'feedback').map(({ code }) => code);
    expect(found).toEqual(codes);
  });

  it.each<[string, string, readonly Finding[]]>([
    ['is nothing in a good one', long('Fjordvik i Nordland skapte 120 jobber.'), []],
    ['is a text that is too short', 'Fjordvik vant.', [{ code: 'too-short', found: '2' }]],
    [
      'is a text that is too long',
      `Fjordvik. ${'De fikk det til. '.repeat(60)}`,
      [{ code: 'too-long', found: '241' }],
    ],
    [
      'is nothing in one of 80 words',
      `Fjordvik vant. Ja ja. ${'De fikk det til. '.repeat(19)}`,
      [],
    ],
    [
      'is nothing in one of 220 words',
      `Fjordvik vant. Ja ja. ${'De fikk det til. '.repeat(54)}`,
      [],
    ],
    [
      'is a text without the municipality’s name',
      long('Kommunen skapte 120 jobber.'),
      [{ code: 'name-missing', found: 'Fjordvik' }],
    ],
    [
      'is the name of another municipality, also in the genitive',
      long('Fjordvik lærte av Dalbys plan.'),
      [{ code: 'other-municipality', found: 'Dalby' }],
    ],
    ['is not a short name inside another word', long('Fjordvik og Oslofjorden.'), []],
    ['is a wrong county', long('Fjordvik i Troms.'), [{ code: 'other-county', found: 'Troms' }]],
    [
      'is a figure that no source has',
      long('Fjordvik skapte 125 jobber.'),
      [{ code: 'figure-not-in-source', found: '125' }],
    ],
    [
      'is language that is hard to read',
      long(`Fjordvik ${'næringsutviklingsarbeid '.repeat(60).trim()}.`),
      [{ code: 'hard-to-read', found: '47' }],
    ],
  ])('%s', (_, text, expected) => {
    expect(justificationFindings(text, facts)).toEqual(expected);
  });

  it.each<[string, string, readonly Finding[]]>([
    [
      'is nothing in a stage text of 60 words that names nobody',
      'De fikk det til. '.repeat(15),
      [],
    ],
    [
      'is one that names the winner',
      `Fjordvik! ${'De fikk det til. '.repeat(15)}`,
      [{ code: 'names-the-winner', found: 'Fjordvik' }],
    ],
    [
      'is one that names a place there',
      `På Vika. ${'De fikk det til. '.repeat(15)}`,
      [{ code: 'names-the-winner', found: 'Vika' }],
    ],
    ['is one that is too short', 'De fikk det til.', [{ code: 'too-short', found: '4' }]],
    [
      'is one that is too long',
      'De fikk det til. '.repeat(31),
      [{ code: 'too-long', found: '124' }],
    ],
  ])('%s', (_, text, expected) => {
    expect(stageTextFindings(text, { names: ['Fjordvik'], places: ['Vika'] })).toEqual(expected);
  });
});
