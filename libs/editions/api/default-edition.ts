/**
 * What an edition starts from when there is none to copy: the award's two classes and its five criteria.
 * The texts are data of the edition from then on; the secretariat changes them there.
 */
import { DEFAULT_CLASSES, DEFAULT_FINALISTS, DEFAULT_WINNERS } from '@award/award';
import type { Words } from '@award/editions/contract';
import { judgedByDeeds } from './default-criteria-deeds';
import { judgedByWays } from './default-criteria-ways';
import { type DefaultCriterion, words } from './default-words';
import type { EditionClassRow } from './edition-row';

const CLASS_NAMES: Readonly<Record<string, Words>> = {
  small: words('Små kommuner', 'Små kommunar', 'Small municipalities'),
  large: words('Store kommuner', 'Store kommunar', 'Large municipalities'),
};

export const defaultClasses: readonly EditionClassRow[] = DEFAULT_CLASSES.map((one, at) => ({
  ...one,
  position: at + 1,
  name: CLASS_NAMES[one.code] ?? words(one.code, one.code, one.code),
  finalists: DEFAULT_FINALISTS,
  winners: DEFAULT_WINNERS,
  stage: 'waiting',
}));

/** Five criteria of equal weight, in the order in which they are read. */
export const defaultCriteria: readonly DefaultCriterion[] = [...judgedByWays, ...judgedByDeeds];

/** The award's name in the year. */
export function defaultName(year: number): Words {
  return words(
    `Årets vertskommune for næringsutvikling ${year}`,
    `Årets vertskommune for næringsutvikling ${year}`,
    `Host Municipality of the Year for Business Development ${year}`,
  );
}

export const defaultCallText: Words = words(
  `KS og NHO deler ut en pris til kommuner som er gode vertskap for næringslivet. Prisen går til én liten og én stor kommune.

Dere kan foreslå egen kommune for ett enkelt tiltak på et konkret område, eller for godt helhetlig arbeid med bærekraftig næringsutvikling sammen med næringslivet. Det finnes ingen fasit. Juryen leser det dere skriver og vurderer hva dere har fått til, hvordan dere jobber, og hva andre kan lære.

Skjemaet er kort. Det viktigste er én begrunnet tekst. Alt annet er frivillig, og dere kan endre og sende inn på nytt helt til fristen.

Det dere sender inn, er et offentlig dokument hos kommunen. Skriv ikke noe som er taushetsbelagt eller en forretningshemmelighet.`,
  `KS og NHO deler ut ein pris til kommunar som er gode vertskap for næringslivet. Prisen går til éin liten og éin stor kommune.

De kan føreslå eigen kommune for eitt enkelt tiltak på eit konkret område, eller for godt heilskapleg arbeid med berekraftig næringsutvikling saman med næringslivet. Det finst ingen fasit. Juryen les det de skriv og vurderer kva de har fått til, korleis de arbeider, og kva andre kan lære.

Skjemaet er kort. Det viktigaste er éin grunngjeven tekst. Alt anna er frivillig, og de kan endre og sende inn på nytt heilt til fristen.

Det de sender inn, er eit offentleg dokument hos kommunen. Skriv ikkje noko som er underlagt teieplikt eller er ein forretningsløyndom.`,
  `KS and NHO give an award to municipalities that are good hosts to business. There is one winner among small municipalities and one among large ones.

You can put forward your own municipality for a single measure in one field, or for good all-round work for sustainable business development together with business. There is no answer key. The jury reads what you write and considers what you have achieved, how you work, and what others can learn.

The form is short. What matters most is one reasoned text. Everything else is optional, and you can change it and send it again until the deadline.

What you send is a public document at your municipality. Do not write anything confidential or any business secret.`,
);
