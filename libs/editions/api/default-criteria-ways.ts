/** The first criteria of the award: how the municipality works with others and towards business. */
import { type DefaultCriterion, guidance, levels, words } from './default-words';

const worksTogether: DefaultCriterion = {
  code: 'works-together',
  weight: 1,
  name: words('Samarbeider', 'Samarbeider', 'Works together'),
  guidance: guidance(
    words(
      'Hvem var med på tiltaket, og hva bidro de med? Er det forankret i en plan eller et vedtak?',
      'Kven var med på tiltaket, og kva bidrog dei med? Er det forankra i ein plan eller eit vedtak?',
      'Who took part in the measure, and what did they contribute? Is it grounded in a plan or a decision?',
    ),
    words(
      'Se etter planer som følges opp, og samarbeid med bedrifter, naboer, fylke og kunnskapsmiljøer som har faste former.',
      'Sjå etter planar som blir følgde opp, og samarbeid med bedrifter, naboar, fylke og kunnskapsmiljø som har faste former.',
      'Look for plans that are carried through, and for lasting cooperation with businesses, neighbours, the county and knowledge institutions.',
    ),
    {
      small: words(
        'En liten kommune har få folk. Legg vekt på hvordan den mobiliserer andre og deler på oppgaver.',
        'Ein liten kommune har få folk. Legg vekt på korleis han mobiliserer andre og deler på oppgåver.',
        'A small municipality has few people. Give weight to how it mobilises others and shares tasks.',
      ),
      large: words(
        'I en stor kommune må også egne sektorer samarbeide. Legg vekt på om plan, drift og næring trekker sammen.',
        'I ein stor kommune må òg eigne sektorar samarbeide. Legg vekt på om plan, drift og næring dreg saman.',
        'In a large municipality its own departments must work together too. Give weight to whether planning, operations and business development pull the same way.',
      ),
    },
  ),
  levels: {
    'single-measure': levels(
      words(
        'Kommunen gjorde det alene, eller samarbeidet er bare nevnt.',
        'Kommunen gjorde det åleine, eller samarbeidet er berre nemnt.',
        'The municipality did it alone, or cooperation is only mentioned.',
      ),
      words(
        'Flere har bidratt, og det går fram hvem som gjorde hva.',
        'Fleire har bidrege, og det går fram kven som gjorde kva.',
        'Several have contributed, and it is clear who did what.',
      ),
      words(
        'Tiltaket er bygd sammen fra start, og samarbeidet lever videre etterpå.',
        'Tiltaket er bygt saman frå start, og samarbeidet lever vidare etterpå.',
        'The measure was built together from the start, and the cooperation lives on.',
      ),
    ),
    'all-round': levels(
      words(
        'Planene ligger i skuffen, og møtene er tilfeldige.',
        'Planane ligg i skuffa, og møta er tilfeldige.',
        'Plans stay on the shelf, and meetings are occasional.',
      ),
      words(
        'Det finnes faste møteplasser, og planene brukes når noe skal avgjøres.',
        'Det finst faste møteplassar, og planane blir brukte når noko skal avgjerast.',
        'There are regular meeting places, and the plans are used when something is to be decided.',
      ),
      words(
        'Kommune, næringsliv og andre lager planene sammen, følger dem opp sammen og kan vise hva det førte til.',
        'Kommune, næringsliv og andre lagar planane saman, følgjer dei opp saman og kan vise kva det førte til.',
        'Municipality, business and others make the plans together, follow them up together and can show what came of it.',
      ),
    ),
  },
};

const activeTowardsBusiness: DefaultCriterion = {
  code: 'active-towards-business',
  weight: 1,
  name: words(
    'Aktiv overfor næringslivet',
    'Aktiv overfor næringslivet',
    'Active towards business',
  ),
  guidance: guidance(
    words(
      'Hva gjorde kommunen selv, og hvor raskt? Merket bedriftene forskjell?',
      'Kva gjorde kommunen sjølv, og kor raskt? Merka bedriftene skilnad?',
      'What did the municipality do itself, and how fast? Did businesses notice the difference?',
    ),
    words(
      'Se etter en kommune som tar kontakt først, svarer når noen spør, og legger til rette for både gamle og nye bedrifter.',
      'Sjå etter ein kommune som tek kontakt først, svarer når nokon spør, og legg til rette for både gamle og nye bedrifter.',
      'Look for a municipality that makes contact first, answers when asked, and makes room for old and new businesses alike.',
    ),
    {
      small: words(
        'Korte avstander er en fordel. Spør hva kommunen bruker dem til.',
        'Korte avstandar er ein fordel. Spør kva kommunen bruker dei til.',
        'Short distances are an advantage. Ask what the municipality uses them for.',
      ),
      large: words(
        'Legg vekt på arealer, saksbehandling og om bedriftene har én vei inn.',
        'Legg vekt på areal, saksbehandling og om bedriftene har éin veg inn.',
        'Give weight to sites, case handling and whether businesses have one way in.',
      ),
    },
  ),
  levels: {
    'single-measure': levels(
      words(
        'Kommunen ventet til andre tok initiativ.',
        'Kommunen venta til andre tok initiativ.',
        'The municipality waited for others to act.',
      ),
      words(
        'Kommunen gjorde en tydelig del av jobben selv og var til å få tak i.',
        'Kommunen gjorde ein tydeleg del av jobben sjølv og var til å få tak i.',
        'The municipality did a clear part of the work itself and was within reach.',
      ),
      words(
        'Kommunen så behovet, fikk med seg bedriftene og ryddet hindre av veien.',
        'Kommunen såg behovet, fekk med seg bedriftene og rydda hinder av vegen.',
        'The municipality saw the need, brought the businesses along and cleared obstacles away.',
      ),
    ),
    'all-round': levels(
      words(
        'Kontakten kommer når noe har gått galt.',
        'Kontakten kjem når noko har gått gale.',
        'Contact comes when something has gone wrong.',
      ),
      words(
        'Kommunen kjenner bedriftene sine, og de vet hvem de skal ringe.',
        'Kommunen kjenner bedriftene sine, og dei veit kven dei skal ringje.',
        'The municipality knows its businesses, and they know whom to call.',
      ),
      words(
        'Kommunen søker bedriftene opp, både ledelse og saksbehandlere, og kan vise hva den endret etterpå.',
        'Kommunen oppsøkjer bedriftene, både leiing og saksbehandlarar, og kan vise kva han endra etterpå.',
        'The municipality seeks businesses out, leaders and case officers alike, and can show what it changed afterwards.',
      ),
    ),
  },
};

const ableToChange: DefaultCriterion = {
  code: 'able-to-change',
  weight: 1,
  name: words('Evne til omstilling', 'Evne til omstilling', 'Able to change'),
  guidance: guidance(
    words(
      'Hva var nytt her, og hva måtte kommunen gjøre annerledes?',
      'Kva var nytt her, og kva måtte kommunen gjere annleis?',
      'What was new here, and what did the municipality have to do differently?',
    ),
    words(
      'Se etter en kommune som prøver nye løsninger, tar teknologi i bruk og snur seg når næringslivet endrer seg.',
      'Sjå etter ein kommune som prøver nye løysingar, tek teknologi i bruk og snur seg når næringslivet endrar seg.',
      'Look for a municipality that tries new solutions, uses technology and turns when business changes.',
    ),
    {
      small: words(
        'Én bedrift kan bety mye. Legg vekt på hvordan kommunen møter det som er sårbart.',
        'Éi bedrift kan bety mykje. Legg vekt på korleis kommunen møter det som er sårbart.',
        'One business can mean a lot. Give weight to how the municipality meets what is vulnerable.',
      ),
      large: words(
        'Legg vekt på om nye måter å jobbe på er tatt i bruk utenfor den enheten som fant dem opp.',
        'Legg vekt på om nye måtar å arbeide på er tekne i bruk utanfor eininga som fann dei opp.',
        'Give weight to whether new ways of working are used outside the unit that invented them.',
      ),
    },
  ),
  levels: {
    'single-measure': levels(
      words(
        'Kjent løsning, gjort på vanlig måte.',
        'Kjend løysing, gjord på vanleg måte.',
        'A known solution, done in the usual way.',
      ),
      words(
        'Løsningen er ny for kommunen og tilpasset stedet.',
        'Løysinga er ny for kommunen og tilpassa staden.',
        'The solution is new to the municipality and fitted to the place.',
      ),
      words(
        'Løsningen er ny også for andre, og kommunen tok en risiko for å få det til.',
        'Løysinga er ny òg for andre, og kommunen tok ein risiko for å få det til.',
        'The solution is new to others too, and the municipality took a risk to make it happen.',
      ),
    ),
    'all-round': levels(
      words(
        'Kommunen gjør som før, også når forholdene er nye.',
        'Kommunen gjer som før, òg når tilhøva er nye.',
        'The municipality does as before, also when circumstances are new.',
      ),
      words(
        'Kommunen har endret noe vesentlig de siste årene og vet hvorfor.',
        'Kommunen har endra noko vesentleg dei siste åra og veit kvifor.',
        'The municipality has changed something essential in recent years and knows why.',
      ),
      words(
        'Kommunen prøver ut, lærer og justerer jevnlig, og har fått flere bein å stå på.',
        'Kommunen prøver ut, lærer og justerer jamleg, og har fått fleire bein å stå på.',
        'The municipality tries, learns and adjusts all the time, and has more legs to stand on.',
      ),
    ),
  },
};

export const judgedByWays: readonly DefaultCriterion[] = [
  worksTogether,
  activeTowardsBusiness,
  ableToChange,
];
