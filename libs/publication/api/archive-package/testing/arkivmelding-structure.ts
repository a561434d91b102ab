import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The children of each element that we write, in the order that the vocabulary asks for. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  arkivmelding: ['system', 'antallFiler', 'mappe', 'registrering'],
  mappe: [
    'tittel',
    'referanseEksternNoekkel',
    'saksaar',
    'administrativEnhet',
    'saksansvarlig',
    'saksstatus',
  ],
  registrering: [
    'opprettetDato',
    'opprettetAv',
    'referanseForelderMappe',
    'dokumentbeskrivelse',
    'tittel',
    'korrespondansepart',
    'referanseEksternNoekkel',
    'journalposttype',
    'dokumentetsDato',
    'mottattDato',
  ],
  dokumentbeskrivelse: [
    'dokumentstatus',
    'tittel',
    'tilknyttetRegistreringSom',
    'dokumentnummer',
    'dokumentobjekt',
  ],
  dokumentobjekt: [
    'versjonsnummer',
    'variantformat',
    'format',
    'mimeType',
    'filnavn',
    'referanseDokumentfil',
    'sjekksum',
    'sjekksumAlgoritme',
    'filstoerrelse',
  ],
  korrespondansepart: ['korrespondanseparttype', 'korrespondansepartNavn', 'organisasjonid'],
  referanseEksternNoekkel: ['fagsystem', 'noekkel'],
  referanseForelderMappe: ['referanseEksternNoekkel'],
};

/** The codes that we may use, from Noark 5's lists. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  saksstatus: ['A', 'B'],
  journalposttype: ['I', 'U', 'X'],
  korrespondanseparttype: ['EA', 'EM'],
  dokumentstatus: ['F'],
  tilknyttetRegistreringSom: ['H', 'V'],
  variantformat: ['A', 'P'],
  format: ['RA-PDF'],
};

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** What is wrong with a message of a package: order of elements, codes, files and their checksums. */
export function structuralFaults(xml: string, folder: string, beside: readonly string[]): string[] {
  const root = parse(xml);
  const all = [...within(root)];
  const named = all.filter(({ name }) => name === 'dokumentobjekt');
  const textOf = (element: Element, name: string) =>
    element.children.find((child) => child.name === name)?.text ?? '';
  return [
    ...all.flatMap(({ name, children }) => {
      const order = ORDER[name];
      if (!order) return [];
      const places = children.map((child) => order.indexOf(child.name));
      const rising = places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
      return rising ? [] : [`${name}: ${children.map((child) => child.name).join(' ')}`];
    }),
    ...all.flatMap(({ name, children }) =>
      CODES[name] && !CODES[name]?.includes(children[0]?.text ?? '')
        ? [`${name}: ${children[0]?.text ?? ''}`]
        : [],
    ),
    ...(Number(textOf(root, 'antallFiler')) === named.length ? [] : ['antallFiler']),
    ...beside
      .filter((name) => name !== 'arkivmelding.xml')
      .filter((name) => !named.some((one) => textOf(one, 'referanseDokumentfil') === name))
      .map((name) => `${name} is not told of`),
    ...named.flatMap((one) => {
      const bytes = readFileSync(path.join(folder, textOf(one, 'referanseDokumentfil')));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const right =
        textOf(one, 'sjekksum') === sha256 && Number(textOf(one, 'filstoerrelse')) === bytes.length;
      return right ? [] : [`${textOf(one, 'filnavn')}: checksum or size`];
    }),
  ];
}

function* within(element: Element): Iterable<Element> {
  yield element;
  for (const child of element.children) yield* within(child);
}

/** Enough of XML for what we write: elements, attributes and text, no comments or sections. */
function parse(xml: string): Element {
  const top: Element = { name: '', children: [], text: '' };
  const open: Element[] = [top];
  for (const [, close, name, text] of xml
    .replace(/^<\?xml[^>]*\?>/, '')
    .matchAll(/<(\/?)([\w:]+)[^>]*>([^<]*)/g)) {
    if (close) open.pop();
    else {
      const made: Element = {
        name: (name ?? '').replace(/^m:/, ''),
        children: [],
        text: text ?? '',
      };
      open.at(-1)?.children.push(made);
      open.push(made);
    }
  }
  const [root] = top.children;
  if (!root || open.length !== 1) throw new Error('the message is not well formed');
  return root;
}
