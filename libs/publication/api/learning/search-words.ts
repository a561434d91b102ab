/** What a reader means by a word: other words for the same thing, and the traits and fields it speaks of. */
import type { FieldCode, TraitCode } from '@award/award';
import { foldedWords } from '@award/municipalities/api';

/** One searched word, ready for the statement. */
export interface SearchWord {
  /** For `to_tsquery`: the word or any that means the same, from their beginnings. */
  query: string;
  /** As names of places are compared, and for looking inside longer words. */
  folded: string;
  traits: TraitCode[];
  fields: FieldCode[];
}

const MOST_WORDS = 6;

/** Bokmål, nynorsk and everyday words that stand for one another. */
const SAME: readonly (readonly string[])[] = [
  ['bedrift', 'verksemd', 'virksomhet', 'foretak', 'føretak', 'selskap', 'firma'],
  ['arbeidsplass', 'jobb', 'stilling'],
  ['gründer', 'etablerer', 'etablerar', 'oppstart', 'nyetablering'],
  ['reiseliv', 'turisme', 'turist'],
  ['utdanning', 'opplæring', 'kompetanse', 'skole', 'skule'],
  ['dialog', 'samtale', 'møteplass'],
  ['samarbeid', 'samspel', 'samspill', 'partnerskap'],
  ['saksbehandling', 'sakshandsaming', 'byggesak'],
  ['tomt', 'næringsareal', 'næringsområde'],
  ['sentrum', 'bykjerne', 'byutvikling', 'tettsted', 'tettstad'],
  ['innkjøp', 'anskaffelse', 'anbud', 'anbod'],
  ['bærekraft', 'berekraft', 'klima', 'sirkulær', 'omstilling'],
  ['landbruk', 'jordbruk', 'bonde', 'matproduksjon'],
  ['havbruk', 'oppdrett', 'fiske', 'fiskeri', 'sjømat'],
  ['forankring', 'forankre', 'eierskap', 'eigarskap'],
  ['ledelse', 'leiing', 'leder', 'leiar'],
  ['ungdom', 'unge'],
  ['inkludering', 'utenforskap', 'utanforskap'],
  ['tilflytting', 'innflytting', 'bolyst', 'bulyst'],
  ['sammenslåing', 'samanslåing', 'kommunereform'],
  ['region', 'nabokommune', 'interkommunal'],
  ['innbygger', 'innbyggjar', 'befolkning', 'folketall', 'folketal'],
];

const TRAIT_CUES: Readonly<Record<TraitCode, readonly string[]>> = {
  'part-of-community-building': ['samfunnsbygging', 'lokalsamfunn', 'bolyst', 'tilflytting'],
  'own-strengths': ['fortrinn', 'muligheter', 'moglegheiter', 'ressurser'],
  'long-term-strategy': ['langsiktig', 'strategi'],
  'anchored-in-leadership': ['forankring', 'ledelse', 'leiing', 'politisk'],
  'dialogue-in-planning': ['medvirkning', 'medverknad', 'planarbeid', 'strategisk'],
  'part-of-region': ['region', 'regional', 'nabokommune'],
  'across-sectors': ['tverrfaglig', 'tverrfagleg', 'sektor', 'tverrsektoriell'],
  'two-way-dialogue': ['dialog', 'møteplass', 'tillit'],
};

const FIELD_CUES: Readonly<Record<FieldCode, readonly string[]>> = {
  'sites-and-infrastructure': ['tomt', 'infrastruktur', 'næringsareal', 'vei', 'veg', 'kraft'],
  'town-centre': ['sentrum', 'byutvikling'],
  'planning-and-case-handling': ['saksbehandling', 'sakshandsaming', 'plan', 'regulering'],
  'meeting-places': ['møteplass', 'dialog'],
  'start-ups': ['gründer', 'nyetablering', 'oppstart'],
  'business-gardens-and-clusters': ['næringshage', 'inkubator', 'klynge', 'klyngje'],
  procurement: ['innkjøp', 'anskaffelse', 'leverandør'],
  'skills-and-recruitment': ['kompetanse', 'rekruttering', 'utdanning'],
  'knowledge-jobs': ['kunnskapsarbeidsplass', 'kontorfellesskap', 'statlig', 'statleg'],
  'green-transition': ['grønn', 'grøn', 'sirkulær', 'omstilling', 'bærekraft', 'berekraft'],
  digitalisation: ['digitalisering', 'digital', 'bredbånd', 'breiband'],
  tourism: ['reiseliv', 'turisme', 'opplevelse', 'oppleving'],
  'food-sea-and-land': ['mat', 'hav', 'jord', 'landbruk', 'havbruk', 'fiskeri'],
  'inclusion-through-work': ['inkludering', 'utenforskap', 'utanforskap'],
  'regional-cooperation': ['interkommunal', 'region', 'regional', 'nabokommune'],
  'after-a-merger': ['sammenslåing', 'samanslåing', 'kommunereform'],
};

/** The words of a search, at most six. Signs are left out, so that nothing typed is an operator. */
export function searchWords(search: string): SearchWord[] {
  return search
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => {
      const means = [
        word,
        ...SAME.filter((group) => group.some((one) => sameWord(one, word))).flat(),
      ];
      return {
        query: [...new Set(means)].map((one) => `${one}:*`).join(' | '),
        folded: foldedWords(word).join(''),
        traits: codesFor(TRAIT_CUES, word),
        fields: codesFor(FIELD_CUES, word),
      };
    });
}

function codesFor<Code extends string>(
  cues: Readonly<Record<Code, readonly string[]>>,
  word: string,
): Code[] {
  return (Object.keys(cues) as Code[]).filter((code) =>
    cues[code].some((cue) => sameWord(cue, word)),
  );
}

const ENDINGS = /(?:ingane|ingene|inger|ingar|ene|ane|ers|ens|er|ar|en|et|a|e|s)$/;

function sameWord(one: string, other: string): boolean {
  return stem(one) === stem(other);
}

/** Enough for looking up a list of our own; the texts themselves are stemmed by PostgreSQL. */
function stem(word: string): string {
  const short = word.replace(ENDINGS, '');
  return short.length >= 3 ? short : word;
}
