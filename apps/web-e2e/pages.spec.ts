import type { SampleStop } from '@award/access/contract';
import { goTo } from './demo-year';
import { looksFine, lookAt, show } from './looks';
import { actAs } from './people';
import { expect, test } from './watched';

/**
 * What each person sees when the year stands where it does: no page there provokes an error, axe finds nothing, and
 * nothing is wider than a phone. By person: the key, and the class for those who sit in both.
 */
const YEAR: Partial<Record<SampleStop, Record<string, string[]>>> = {
  planned: {
    anybody: ['/', '/logg-inn', '/demo/post'],
    sekretaer: [
      '/sekretariat',
      '/sekretariat/kaaringer',
      '/sekretariat/kaaringer/ny',
      '/sekretariat/kaaringer/:',
      '/sekretariat/kommuner',
      '/sekretariat/kommuner/fil',
      '/sekretariat/personer',
      '/sekretariat/innsyn',
      '/sekretariat/publisering',
    ],
  },
  open: {
    anybody: ['/', '/kommuner', '/kommuner/1539', '/eksempler', '/personvern', '/tilgjengelighet'],
    'kommune-9001': [
      '/kommune',
      '/kommune/kolleger',
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
      '/kommune/kontroll',
    ],
    'kommune-9027': ['/kommune', '/nn/kommune', '/en/kommune'],
    saksbehandler: ['/sekretariat', '/en/sekretariat/kommuner'],
    sekretaer: ['/sekretariat/kommuner/ikke-levert'],
  },
  closed: {
    anybody: ['/'],
    'kommune-9013': ['/kommune'],
    'kommune-9030': ['/kommune'],
    saksbehandler: ['/sekretariat', '/sekretariat/forslag', '/sekretariat/forslag/:'],
    sekretaer: ['/sekretariat/juryen', '/nn/sekretariat'],
  },
  judging: {
    anybody: ['/', '/juryen'],
    'leder small': [
      '/jury',
      '/jury/forslag/:',
      '/jury/habilitet',
      '/jury/habilitet/avgjorelser',
      '/jury/framdrift',
    ],
    'medlem-nho small': ['/jury', '/jury/forslag/:', '/nn/jury', '/en/jury'],
    'medlem-uavhengig large': ['/jury', '/jury/habilitet', '/en/jury/habilitet'],
    'inhabil small': ['/jury', '/jury/habilitet'],
    sekretaer: ['/sekretariat', '/sekretariat/juryen', '/sekretariat/moter'],
  },
  deliberation: {
    'leder small': [
      '/jury',
      '/jury/rangering',
      '/jury/mote',
      '/jury/mote/tavle',
      '/jury/framdrift',
      '/jury/enhet',
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
      '/sekretariat/publisering',
      '/sekretariat/begrunnelser',
      '/sekretariat/begrunnelser/:/small',
      '/sekretariat/begrunnelser/:/small/:',
      '/en/sekretariat/publisering',
      '/scene',
      '/sekretariat/scenen',
      '/sekretariat/scenen/:/kjoreplan',
      '/sekretariat/scenen/:/hvem-vet',
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

for (const [stop, people] of Object.entries(YEAR)) {
  for (const [person, addresses] of Object.entries(people)) {
    test(`${stop}, ${person}: ${addresses.length} pages`, async ({ page, request }) => {
      await goTo(request, stop as SampleStop);
      const [key, classCode] = person.split(' ');
      if (key && key !== 'anybody') await actAs(page.context().request, key, classCode);
      await lookAt(page, addresses);
    });
  }
}

test('whoever opens a page of the jury that is closed is told why on the start page', async ({
  page,
  request,
}) => {
  await goTo(request, 'archived');
  await actAs(page.context().request, 'leder', 'small');
  for (const closed of ['rangering', 'mote', 'begrunnelser', 'framdrift', 'habilitet']) {
    await show(page, `/jury/${closed}`);
    await expect(page).toHaveURL(/\/jury$/);
    await expect(page.getByText('Kåringen ligger i arkivet')).toBeVisible();
  }
});

test('each figure of the ranking tells how it is made, by keyboard', async ({ page, request }) => {
  await goTo(request, 'deliberation');
  await actAs(page.context().request, 'leder', 'small');
  await show(page, '/jury/rangering');
  await page.getByRole('button', { name: 'Sjanse for plass' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Sjanse for plass' })).toBeVisible();
  await looksFine(page, '/jury/rangering');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Sjanse for plass' })).toBeHidden();
  await expect(page.getByText('Alle forslag i tall', { exact: true }).first()).toBeFocused();
  await expect(page.getByRole('region', { name: 'Alle forslag i tall' })).toBeVisible();
});

test('the stage in the hall and the operator’s screen', async ({ page, request }) => {
  const { editionId } = await goTo(request, 'archived');
  await actAs(page.context().request, 'sekretaer');
  for (const address of [
    `/scene/${editionId}`,
    `/scene/${editionId}/styring`,
    `/scene/${editionId}/oving/styring`,
  ]) {
    await show(page, address);
    await looksFine(page, address);
  }
});

test('dark pages are readable, one of each audience', async ({ page, request }) => {
  await goTo(request, 'archived');
  await page.emulateMedia({ colorScheme: 'dark' });
  await lookAt(page, ['/', '/arkiv/2027', '/logg-inn']);
  await actAs(page.context().request, 'kommune-9001');
  await lookAt(page, ['/kommune']);
  await actAs(page.context().request, 'sekretaer');
  await lookAt(page, ['/sekretariat', '/sekretariat/moter', '/sekretariat/moter/:/small']);
});

test('public pages are readable without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/arkiv/2021');
  for (const name of ['Rauma', 'Båtsfjord', 'Vestre Toten', 'Arendal', 'Kinn', 'Kongsberg']) {
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
  await page.goto('/kommuner/3006');
  await expect(page).toHaveURL(/\/kommuner\/3303$/);
  await expect(page.locator('h1')).toContainText('Kongsberg');
  await context.close();
});
