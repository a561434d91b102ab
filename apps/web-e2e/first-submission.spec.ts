import type { Locator, Page } from '@playwright/test';
import { mail, playTo } from './demo-year';
import { pressByKey, tabTo, writeByKey } from './keys';
import { expect, test } from './watched';

/** Innlia has been invited and tipped about, and has not begun. */
const ADDRESS = 'kommune-9008@eksempel.example';

/** A finished text of the length that the form has room for. */
const TEXT = 'Vi bygde ti kontorplasser på loftet over butikken sammen med bedriftene her. '
  .repeat(80)
  .slice(0, 5900);

/**
 * How long it takes somebody who has not seen the form before, told from what the walk counts. All that every page says is
 * taken to be read once, but for the text that the reader wrote, at 200 words a minute (adults read 238 in silence: Brysbaert
 * 2019); 150 keys a minute are pressed for what is not pasted; each field takes 15 seconds to find and decide upon, each page
 * 5 to come, the mail a minute and a half.
 */
const PACE = { wordsAMinute: 200, keysAMinute: 150, field: 15, page: 5, mail: 90 };
const QUARTER_OF_AN_HOUR = 15 * 60;

/** Counts what a first-time user meets: pages, words to read, fields, keys. */
class Walk {
  readonly addresses: string[] = [];
  readonly fields: string[] = [];
  private words = 0;
  private keys = 0;

  constructor(private readonly page: Page) {}

  async reads(address: RegExp): Promise<void> {
    await expect(this.page).toHaveURL(address);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    this.addresses.push(new URL(this.page.url()).pathname);
    const said = await this.page.locator('main').innerText();
    this.words += said.replace(TEXT.trim(), '').split(/\s+/).length;
  }

  async chooses(field: Locator, press: () => Promise<void>): Promise<void> {
    await tabTo(this.page, field);
    this.fields.push((await field.getAttribute('id')) ?? '');
    await press();
  }

  async writes(field: Locator, text: string, pasted = false): Promise<void> {
    await writeByKey(this.page, field, text);
    this.fields.push((await field.getAttribute('id')) ?? '');
    this.keys += pasted ? 2 : text.length;
  }

  seconds(): number {
    const { wordsAMinute, keysAMinute, field, page, mail: waiting } = PACE;
    const reading = (60 * this.words) / wordsAMinute + (60 * this.keys) / keysAMinute;
    return reading + this.fields.length * field + this.addresses.length * page + waiting;
  }
}

test('a business developer with a finished text submits for the first time within 15 minutes, by keyboard alone', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  await playTo(request, 'open');
  const walk = new Walk(page);
  await page.goto('/');
  await walk.reads(/\/$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Hopp til innholdet' })).toBeFocused();
  await pressByKey(page, page.getByRole('link', { name: 'Logg inn' }));
  await walk.reads(/\/logg-inn/);
  await walk.writes(page.getByLabel('E-postadresse'), ADDRESS);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Engangskode')).toBeFocused();
  const code = /\d{6}/.exec((await mail(request, /kode/i, ADDRESS)).body)?.[0] ?? '';
  await walk.writes(page.getByLabel('Engangskode'), code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await walk.reads(/\/kommune$/);
  await pressByKey(page, page.getByRole('button', { name: 'Lag et forslag' }));

  const missing = page.locator('nominations-missing-list a');
  await expect(missing).toHaveCount(6);
  await walk.reads(/\/kommune$/);
  const asked = await missing.evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).hash.slice(1)),
  );
  const before = walk.fields.length;
  const space = () => page.keyboard.press('Space');
  await walk.chooses(page.getByRole('radio', { name: 'Et enkelt tiltak' }), space);
  await walk.chooses(page.getByLabel('Hvilket område gjelder tiltaket?'), () =>
    page.keyboard.type('Digitalisering'),
  );
  await walk.writes(page.getByLabel('Tittel'), 'Kontorplasser på butikken');
  await walk.writes(page.getByLabel('Begrunnelse'), TEXT, true);
  await walk.writes(page.getByLabel('Navn'), 'Kari Nordli');
  await walk.writes(page.getByLabel('E-postadresse'), ADDRESS);
  await walk.chooses(page.getByLabel('Forslaget er avklart med kommunedirektøren'), space);

  await test.step('only what is required was filled in, and it was enough', async () => {
    expect(walk.fields.slice(before)).toEqual(asked.toSpliced(1, 0, 'mainField'));
    await expect(missing).toHaveCount(0);
  });
  await pressByKey(page, page.getByRole('button', { name: 'Se over og send inn' }));
  await walk.reads(/\/kommune\/kontroll$/);
  await pressByKey(page, page.getByRole('button', { name: 'Send inn', exact: true }));
  await expect(page.getByRole('heading', { name: 'Kvittering' })).toBeVisible();
  await walk.reads(/\/kommune\/kvittering$/);

  await test.step('in few steps, and within a quarter of an hour', () => {
    expect(walk.addresses).toHaveLength(6);
    expect(walk.fields).toHaveLength(9);
    const seconds = Math.round(walk.seconds());
    test.info().annotations.push({ type: 'first submission', description: `${seconds} seconds` });
    expect(seconds).toBeLessThan(QUARTER_OF_AN_HOUR);
  });
});
