/** The last criteria of the award: what came of it, and what others can take home. */
import { type DefaultCriterion, guidance, levels, words } from './default-words';

const documentedResults: DefaultCriterion = {
  code: 'documented-results',
  weight: 1,
  name: words(
    'Dokumenterte og bærekraftige resultater',
    'Dokumenterte og berekraftige resultat',
    'Documented and sustainable results',
  ),
  guidance: guidance(
    words(
      'Hva kom ut av tiltaket, og hvordan vet vi det? Holder det over tid?',
      'Kva kom ut av tiltaket, og korleis veit vi det? Held det over tid?',
      'What came of the measure, and how do we know? Does it last?',
    ),
    words(
      'Se etter verdi for folk, bedrifter og natur over flere år, med tall og kilder. Skill kommunens egen del fra det som ville skjedd likevel.',
      'Sjå etter verdi for folk, bedrifter og natur over fleire år, med tal og kjelder. Skil kommunens eigen del frå det som ville ha skjedd likevel.',
      'Look for value to people, businesses and nature over several years, with figures and sources. Tell the municipality’s own part from what would have happened anyway.',
    ),
    {
      small: words(
        'Små tall svinger. Fem nye jobber kan være mye. Sammenlign aldri rene tall mellom kommuner.',
        'Små tal svingar. Fem nye jobbar kan vere mykje. Samanlikn aldri reine tal mellom kommunar.',
        'Small numbers swing. Five new jobs can be a lot. Never compare plain numbers between municipalities.',
      ),
      large: words(
        'Vekst i en stor kommune har mange årsaker. Spør hva kommunens arbeid har å si.',
        'Vekst i ein stor kommune har mange årsaker. Spør kva kommunens arbeid har å seie.',
        'Growth in a large municipality has many causes. Ask what the municipality’s work has to do with it.',
      ),
    },
  ),
  levels: {
    'single-measure': levels(
      words(
        'Resultatene er håp, eller de er ikke vist.',
        'Resultata er von, eller dei er ikkje viste.',
        'The results are hopes, or are not shown.',
      ),
      words(
        'Resultatene er synlige, med tall eller eksempler som kan etterprøves.',
        'Resultata er synlege, med tal eller døme som kan etterprøvast.',
        'The results are visible, with figures or examples that can be checked.',
      ),
      words(
        'Resultatene er godt dokumentert, varer, og er bra for både næringsliv, folk og miljø.',
        'Resultata er godt dokumenterte, varer, og er bra for både næringsliv, folk og miljø.',
        'The results are well documented, last, and are good for business, people and the environment.',
      ),
    ),
    'all-round': levels(
      words(
        'Det beskrives mye aktivitet, men lite virkning.',
        'Det er skildra mykje aktivitet, men lite verknad.',
        'Much activity is described, but little effect.',
      ),
      words(
        'Utviklingen er god på flere områder, og kommunens egen del er forklart.',
        'Utviklinga er god på fleire område, og kommunens eigen del er forklart.',
        'Development is good in several areas, and the municipality’s own part is explained.',
      ),
      words(
        'Utviklingen er bedre enn forutsetningene tilsier, over flere år, og kildene er klare.',
        'Utviklinga er betre enn føresetnadene tilseier, over fleire år, og kjeldene er klare.',
        'Development is better than the circumstances would suggest, over several years, and the sources are clear.',
      ),
    ),
  },
};

const othersCanLearn: DefaultCriterion = {
  code: 'others-can-learn',
  weight: 1,
  name: words('Noe andre kan lære av', 'Noko andre kan lære av', 'Something others can learn from'),
  guidance: guidance(
    words(
      'Kan en annen kommune gjøre det samme neste år? Er det som var vanskelig, fortalt ærlig?',
      'Kan ein annan kommune gjere det same neste år? Er det som var vanskeleg, fortalt ærleg?',
      'Could another municipality do the same next year? Is what was difficult told honestly?',
    ),
    words(
      'Se etter arbeidsmåter som ikke hviler på én person eller et lykketreff, og som kommunen deler med andre.',
      'Sjå etter arbeidsmåtar som ikkje kviler på éin person eller eit lykketreff, og som kommunen deler med andre.',
      'Look for ways of working that do not rest on one person or a stroke of luck, and that the municipality shares.',
    ),
    {
      small: words(
        'De fleste kommuner er små. Det som virker med få ansatte, er nyttig for mange.',
        'Dei fleste kommunar er små. Det som verkar med få tilsette, er nyttig for mange.',
        'Most municipalities are small. What works with few staff is useful to many.',
      ),
      large: words(
        'Legg vekt på det som kan tas i bruk også uten en stor kommunes ressurser.',
        'Legg vekt på det som kan takast i bruk òg utan ressursane til ein stor kommune.',
        'Give weight to what can be used without a large municipality’s resources too.',
      ),
    },
  ),
  levels: {
    'single-measure': levels(
      words(
        'Tiltaket henger på helt spesielle forhold.',
        'Tiltaket heng på heilt spesielle tilhøve.',
        'The measure depends on quite special circumstances.',
      ),
      words(
        'Andre kan bruke ideen, og det går fram hva som skal til.',
        'Andre kan bruke ideen, og det går fram kva som skal til.',
        'Others can use the idea, and it is clear what it takes.',
      ),
      words(
        'Oppskriften er klar, også det som gikk galt, og andre har begynt å bruke den.',
        'Oppskrifta er klar, òg det som gjekk gale, og andre har byrja å bruke henne.',
        'The recipe is clear, including what went wrong, and others have begun to use it.',
      ),
    ),
    'all-round': levels(
      words(
        'Det er vanskelig å se hva andre kan ta med seg.',
        'Det er vanskeleg å sjå kva andre kan ta med seg.',
        'It is hard to see what others can take home.',
      ),
      words(
        'Flere deler av arbeidet kan gjøres andre steder.',
        'Fleire delar av arbeidet kan gjerast andre stader.',
        'Several parts of the work can be done elsewhere.',
      ),
      words(
        'Arbeidsmåten er forklart så godt at andre kan begynne i morgen, og kommunen hjelper dem gjerne.',
        'Arbeidsmåten er forklart så godt at andre kan byrje i morgon, og kommunen hjelper dei gjerne.',
        'The way of working is explained so well that others can begin tomorrow, and the municipality is glad to help.',
      ),
    ),
  },
};

export const judgedByDeeds: readonly DefaultCriterion[] = [documentedResults, othersCanLearn];
