import { type NominationContent, TRAITS, type TraitCode } from '@award/award';
import { SAMPLE_MUNICIPALITIES, type SampleMunicipality } from './sample-municipalities';

type Form = SampleMunicipality['writtenForm'];

const TRAIT_TEXTS: Record<TraitCode, Record<Form, string>> = {
  'part-of-community-building': {
    nb: 'Barnehage, boliger og møteplasser blir planlagt sammen med næringsarealene. Folk flytter ikke etter en jobb alene.',
    nn: 'Barnehage, bustader og møteplassar blir planlagde saman med næringsareala. Folk flyttar ikkje etter ein jobb åleine.',
  },
  'own-strengths': {
    nb: 'Vi bygger på det vi har fra før: naturen, fagfolkene og bedriftene som alt er her. Nye muligheter prøver vi i det små først.',
    nn: 'Vi byggjer på det vi har frå før: naturen, fagfolka og bedriftene som alt er her. Nye moglegheiter prøver vi i det små først.',
  },
  'long-term-strategy': {
    nb: 'Strategien gjelder i tolv år og har overlevd to valg. Hver vår ser kommunestyret på hva som er gjort, og hva som må vente.',
    nn: 'Strategien gjeld i tolv år og har overlevd to val. Kvar vår ser kommunestyret på kva som er gjort, og kva som må vente.',
  },
  'anchored-in-leadership': {
    nb: 'Kommunedirektøren leder arbeidet selv, og formannskapet får status hver måned. Ingen saker stopper fordi én er på ferie.',
    nn: 'Kommunedirektøren leier arbeidet sjølv, og formannskapet får status kvar månad. Ingen saker stoggar fordi éin er på ferie.',
  },
  'dialogue-in-planning': {
    nb: 'Bedriftene er med fra første møte om nye planer, før noe er tegnet. Innspillene og svarene ligger åpent på nettsiden.',
    nn: 'Bedriftene er med frå første møte om nye planar, før noko er teikna. Innspela og svara ligg ope på nettsida.',
  },
  'part-of-region': {
    nb: 'Vi deler tomteoversikten med naboene og møter utbyggere samlet. Når en bedrift passer bedre hos dem, følger vi den dit.',
    nn: 'Vi deler tomteoversikta med naboane og møter utbyggjarar samla. Når ei bedrift passar betre hos dei, følgjer vi henne dit.',
  },
  'across-sectors': {
    nb: 'Plan, skole, helse og næring møtes fast hver fjortende dag. Den som får spørsmålet, eier det til det er besvart.',
    nn: 'Plan, skule, helse og næring møtest fast kvar fjortande dag. Den som får spørsmålet, eig det til det er svart på.',
  },
  'two-way-dialogue': {
    nb: 'Ordføreren og kommunedirektøren besøker én bedrift i uka sammen. Etterpå får bedriften et brev om hva vi lovet.',
    nn: 'Ordføraren og kommunedirektøren vitjar éi bedrift i veka saman. Etterpå får bedrifta eit brev om kva vi lova.',
  },
};

const ADVICE: readonly Record<Form, string>[] = [
  {
    nb: 'Ring de ti største bedriftene og spør hva som tar for lang tid. Begynn med det to av dem nevner.',
    nn: 'Ring dei ti største bedriftene og spør kva som tek for lang tid. Byrja med det to av dei nemner.',
  },
  {
    nb: 'Velg én ting, sett en dato, og si høyt hvem som har ansvaret.',
    nn: 'Vel éin ting, set ein dato, og sei høgt kven som har ansvaret.',
  },
  {
    nb: 'Besøk en kommune som har gjort det. Ta med den som skal gjøre jobben, ikke bare lederen.',
    nn: 'Vitja ein kommune som har gjort det. Ta med den som skal gjere jobben, ikkje berre leiaren.',
  },
];

/** Two or three traits of each entry with a text, every trait in several, so that the learning bank has what to filter by. */
export function traitsOf(municipality: SampleMunicipality): NominationContent['traits'] {
  const { basis, text, writtenForm } = municipality;
  if (text === '') return {};
  const at = SAMPLE_MUNICIPALITIES.indexOf(municipality);
  const told: NominationContent['traits'] = Object.fromEntries(
    [at, 3 * at + 2].map((turn) => {
      const trait = TRAITS[turn % TRAITS.length] ?? 'own-strengths';
      return [trait, TRAIT_TEXTS[trait][writtenForm]];
    }),
  );
  return basis === 'all-round' ? { ...told, 'two-way-dialogue': text.slice(0, 400) } : told;
}

/** What two in three answer when the edition asks what another municipality should do first; empty for the others. */
export function adviceOf(municipality: SampleMunicipality): string {
  const at = SAMPLE_MUNICIPALITIES.indexOf(municipality);
  if (municipality.text === '' || at % 3 === 1) return '';
  return ADVICE[at % ADVICE.length]?.[municipality.writtenForm] ?? '';
}
