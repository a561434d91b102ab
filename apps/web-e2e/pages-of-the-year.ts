import { type Page } from '@playwright/test';
import type { SampleStop } from '@award/access/contract';
import type { Look, Opening } from './looks';

/** The secretary gives the reason why an entry stands in the wrong category. */
const MOVING: Opening = {
  first: async (page) => {
    await page.getByText('Flytt til en annen kategori').click();
    await page.getByLabel('Begrunnelse').fill('Feil i registeret.');
  },
  press: 'Flytt forslaget',
  dialog: 'Flytte forslaget?',
};

/** The case officer has found what is asked of an entry in order. */
async function judgeAsMet(page: Page): Promise<void> {
  for (const met of await page.getByLabel('I orden', { exact: true }).all()) await met.check();
  await page.getByLabel('I orden, går videre til juryen').check();
}

/**
 * What each person sees when the year stands where it does: no page there provokes an error, axe finds nothing, and
 * nothing is wider than a phone. By person: the key, and the class for those who sit in both.
 */
export const PAGES_OF_THE_YEAR: Partial<Record<SampleStop, Record<string, readonly Look[]>>> = {
  planned: {
    anybody: ['/', '/logg-inn', '/demo/post'],
    sekretaer: [
      '/sekretariat',
      '/sekretariat/kaaringer',
      '/sekretariat/kaaringer/ny',
      [
        '/sekretariat/kaaringer/:',
        { press: 'Åpne for forslag nå', dialog: 'Åpne for forslag nå?' },
      ],
      '/sekretariat/kaaringer/:/skjema',
      '/sekretariat/kommuner',
      '/sekretariat/kommuner/fil',
      ['/sekretariat/personer', { press: /^Avslutt ?: Amund Brekke/, dialog: 'Avslutte rollen?' }],
      '/sekretariat/innsyn',
      '/sekretariat/publisering',
    ],
  },
  open: {
    anybody: ['/', '/kommuner', '/kommuner/1539', '/eksempler', '/personvern', '/tilgjengelighet'],
    'kommune-9001': [
      [
        '/kommune',
        { press: 'Ta tilbake og endre', dialog: 'Vil dere ta forslaget tilbake?' },
        { press: 'Trekk forslaget', dialog: 'Vil dere trekke forslaget?' },
      ],
      ['/kommune/kolleger', { press: /^Fjern ?: Ingrid Moen/, dialog: 'Avslutte tilgangen?' }],
      [
        '/kommune/partnere',
        { press: /^Trekk tilbake lenken til/, dialog: 'Vil dere trekke tilbake lenken?' },
      ],
      '/kommune/godkjenning',
      '/kommune/sjekkliste',
      '/innlogging',
      '/mine-opplysninger',
      '/kommune/kvittering',
      '/kommune/versjoner',
      '/kommune/versjoner/:',
    ],
    'kommune-9013': [
      '/kommune',
      '/kommune/utdyp/sammendrag',
      '/kommune/utdyp/kjennetegn',
      '/kommune/utdyp/resultater',
      '/kommune/utdyp/erfaringer',
      '/kommune/utdyp/samarbeid',
      '/kommune/utdyp/own-first-step',
      '/kommune/kontroll',
    ],
    'kommune-9027': ['/kommune', '/nn/kommune', '/en/kommune'],
    saksbehandler: ['/sekretariat', '/en/sekretariat/kommuner'],
    sekretaer: [
      '/sekretariat/kommuner/ikke-levert',
      [
        '/sekretariat/kommuner?valgt=9001',
        { press: /^Trekk invitasjonen ?: kommune-9001/, dialog: 'Trekke invitasjonen?' },
      ],
      '/sekretariat/innsyn',
      '/mine-opplysninger',
    ],
  },
  closed: {
    anybody: ['/'],
    'kommune-9013': ['/kommune'],
    'kommune-9014': [
      ['/kommune', { press: 'Ikke send inn', dialog: 'Skal forslaget ikke være med?' }],
    ],
    'kommune-9030': ['/kommune'],
    saksbehandler: [
      '/sekretariat',
      '/sekretariat/forslag?kategori=large&tilstand=in-eligibility-check',
      [
        '/sekretariat/forslag/:',
        { first: judgeAsMet, press: 'Avslutt kontrollen', dialog: 'Avslutte kontrollen?' },
      ],
    ],
    sekretaer: [
      '/sekretariat/forslag?kategori=small&tilstand=eligible',
      ['/sekretariat/forslag/:', MOVING],
      '/sekretariat/juryen',
      '/nn/sekretariat',
    ],
  },
  judging: {
    anybody: ['/', '/juryen'],
    'leder small': [
      '/jury',
      ['/jury/forslag/:', { press: /Hurtigtaster/, dialog: 'Hurtigtaster' }],
      '/jury/habilitet',
      '/jury/habilitet/forhold',
      '/jury/habilitet/avgjorelser',
      '/jury/framdrift',
      '/jury/kategori',
    ],
    'medlem-nho small': ['/jury', '/jury/forslag/:', '/nn/jury', '/en/jury'],
    'medlem-uavhengig large': ['/jury', '/jury/habilitet', '/en/jury/habilitet'],
    'inhabil small': ['/jury', '/jury/habilitet'],
    sekretaer: [
      '/sekretariat',
      [
        '/sekretariat/juryen',
        { press: 'Endre: Ingrid Halvorsen', dialog: /Ingrid Halvorsen/ },
        { press: 'Ta ut: Jonas Wiik', dialog: /Jonas Wiik/ },
      ],
      [
        '/sekretariat/juryen/:/small/vurderinger',
        {
          first: (page) =>
            page.getByLabel('Hvorfor må de leses nå?').fill('Lederen er syk. '.repeat(5)),
          press: 'Les vurderingene',
          dialog: 'Les vurderingene nå?',
        },
      ],
      '/sekretariat/juryen/:/small/kandidat',
      '/sekretariat/moter',
      '/sekretariat/moter/:/small/kategori',
    ],
  },
  deliberation: {
    'leder small': [
      '/jury',
      '/jury/rangering',
      '/jury/mote',
      '/jury/mote/tavle',
      '/jury/framdrift',
      '/jury/enhet',
      '/jury/kategori',
      '/nn/jury/mote',
    ],
    'medlem-nho small': ['/jury/mote'],
    sekretaer: [
      '/sekretariat/moter',
      '/sekretariat/moter/:/small',
      '/sekretariat/moter/:/small/rangering',
      '/sekretariat/begrunnelser',
      '/sekretariat/habilitet',
    ],
    nokkelholder: ['/sekretariat', '/sekretariat/publisering'],
  },
  'finalists-published': {
    anybody: [
      '/',
      '/arkiv/2027',
      '/kommuner/9014',
      '/direkte',
      '/nn/',
      '/en/arkiv/2027',
      '/presse',
      '/juryen',
      '/folg',
      '/apne-data',
    ],
    'kommune-9021': [
      '/kommune/scenen',
      '/kommune/faktasjekk',
      '/kommune/resultat',
      '/nn/kommune/scenen',
    ],
    'leder small': [
      '/jury',
      '/jury/mote',
      '/jury/protokoll/:',
      '/jury/begrunnelser',
      '/jury/begrunnelser/:',
      '/en/jury/begrunnelser',
    ],
    'medlem-nho large': ['/jury/mote', '/jury/protokoll/:'],
    sekretaer: [
      ['/sekretariat/publisering', { press: 'Rett kunngjøringen' }],
      '/sekretariat/publisering/:/bilder',
      '/sekretariat/publisering/:/pressemelding/small',
      '/sekretariat/begrunnelser',
      '/sekretariat/begrunnelser/:/small',
      '/sekretariat/begrunnelser/:/small/:',
      '/en/sekretariat/publisering',
      '/scene',
      '/sekretariat/scenen',
      '/sekretariat/scenen/:/kjoreplan',
      [
        '/sekretariat/scenen/:/hvem-vet',
        { press: 'Ta Solveig Eksempel av lista', dialog: 'Ta personen av lista?' },
      ],
    ],
  },
  announced: {
    anybody: [
      '/',
      '/arkiv/2027',
      '/direkte',
      '/presse',
      '/juryen',
      '/eksempler?sok=bedrift',
      '/eksempler/2027/:',
    ],
    'kommune-9001': ['/kommune', '/kommune/deling'],
    sekretaer: ['/sekretariat', '/sekretariat/publisering'],
  },
  archived: {
    anybody: ['/', '/arkiv', '/arkiv/2021', '/nn/arkiv/2021', '/en/arkiv/2021', '/en/'],
    'leder small': ['/jury'],
    'inhabil small': ['/jury'],
    sekretaer: ['/sekretariat', '/sekretariat/forslag', '/sekretariat/forslag/:'],
  },
};
