import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { askedSections, DEFAULT_FORM, type NominationForm, wholeForm } from '@award/award';
import { Session } from '@award/access/web';
import type { ChangeForm, EditionView } from '@award/editions/contract';
import { EditionsClient } from '@award/editions/web';
import { anEdition } from '../../../editions/web/testing';
import { FormSetupPage } from './form-setup-page';

async function open(facts: Partial<EditionView> = {}, refusal?: object) {
  const edition = anEdition(facts);
  const sent: ChangeForm[] = [];
  const client = {
    one: async () => edition,
    changeForm: async (_id: string, order: ChangeForm) => {
      sent.push(order);
      if (refusal) throw new HttpErrorResponse({ status: 400, error: refusal });
      const form: NominationForm = { ...wholeForm(edition.form), sections: order.sections };
      return { ...edition, form, lockVersion: edition.lockVersion + 1 };
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      { provide: EditionsClient, useValue: client },
      { provide: Session, useValue: { may: () => true, acting: signal(null), person: () => null } },
    ],
  });
  const fixture = TestBed.createComponent(FormSetupPage);
  fixture.componentRef.setInput('id', edition.id);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((later) => setTimeout(later));
    await fixture.whenStable();
  };
  await settle();
  await settle();
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map(
      (one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    );
  return {
    page,
    sent,
    texts,
    press: async (words: string) => {
      const found = [...page.querySelectorAll('button')].find((one) =>
        one.textContent?.trim().startsWith(words),
      );
      if (!found) throw new Error(`no button ${words}`);
      found.click();
      await settle();
    },
    tick: async (id: string, checked: boolean) => {
      const box = page.querySelector(`#${id}`) as HTMLInputElement;
      box.checked = checked;
      box.dispatchEvent(new Event('change'));
      await settle();
    },
    fill: async (id: string, value: string) => {
      const field = page.querySelector(`#${id}`) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await settle();
    },
    save: async () => {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
  };
}

describe('setting up the form', () => {
  it('saves a question of its own, coded by its name, and what is left out', async () => {
    const setup = await open();
    await setup.tick('section-2-asked', false);
    await setup.press('Legg til et eget spørsmål');
    await setup.save();
    expect(setup.sent).toEqual([]);
    expect(setup.texts('ui-error-summary a')).toEqual([
      'Skriv spørsmålet på bokmål, med høyst 120 tegn',
    ]);
    await setup.fill('section-11-heading-nb', 'Hva gjør dere for klimaet?');
    await setup.tick('section-11-required', true);
    await setup.tick('section-11-short', true);
    await setup.save();
    const [order] = setup.sent;
    expect(order?.sections.at(-1)).toMatchObject({
      code: 'own-hva-gjor-dere-for-klimaet',
      place: 'short',
      required: true,
      heading: { nb: 'Hva gjør dere for klimaet?', nn: '', en: '' },
    });
    const sections = order?.sections ?? [];
    expect(askedSections({ ...DEFAULT_FORM, sections }).map(({ code }) => code)).not.toContain(
      'summary',
    );
    expect(setup.texts('[role=status]')).toContain('Lagret');
  });

  it('moves a question, and tells the range of a limit that is out of it', async () => {
    const setup = await open();
    await setup.press('Flytt opp');
    await setup.fill('section-0-limit', '10');
    await setup.save();
    expect(setup.texts('ui-error-summary a')).toEqual(['Skriv et tall fra 3 000 til 6 000']);
    await setup.fill('section-0-limit', '4000');
    await setup.save();
    expect(setup.sent[0]?.sections.slice(0, 2)).toMatchObject([
      { code: 'text', limit: 4000 },
      { code: 'title' },
    ]);
  });

  it('points at the field that the server refuses', async () => {
    const setup = await open(
      {},
      { refusal: 'bad-input', fields: [{ path: 'groups', reason: 'arrayUnique' }] },
    );
    await setup.save();
    expect(setup.texts('ui-error-summary a')).toEqual(['Velg minst én type filer']);
    expect(setup.page.querySelector('#groups')?.getAttribute('aria-invalid')).toBe('true');
  });

  it.each<[string, EditionView['phase'], boolean, boolean]>([
    ['lets all be changed while the call is planned', 'planned', true, true],
    ['lets only the help be changed once it is open', 'open', false, true],
    ['lets nothing be changed after the deadline', 'closed', false, false],
  ])('%s', async (_case, phase, asks, helps) => {
    const { page, texts } = await open({ phase });
    const may = (id: string) =>
      !(page.querySelector(`#${id}`) as HTMLInputElement).matches(':disabled');
    expect([may('section-2-asked'), may('section-2-help-nb')]).toEqual([asks, helps]);
    expect(may('groups')).toBe(asks);
    expect(texts('button').includes('Lagre')).toBe(helps);
    expect(texts('button').includes('Legg til et eget spørsmål')).toBe(asks);
  });

  it('shows the form as it would be, before it is saved', async () => {
    const setup = await open();
    await setup.press('Legg til et eget spørsmål');
    await setup.fill('section-11-heading-nb', 'Klima');
    await setup.press('Vis skjemaet');
    expect(setup.texts('nominations-form-preview nav button')).toEqual([
      'Det korte skjemaet',
      'Sammendrag og områder',
      'Kjennetegn på en god vertskommune',
      'Erfaringer og næringslivets bidrag',
      'Resultater',
      'Samarbeidspartnere og nabokommuner',
      'Vedlegg og bilder',
      'Klima',
    ]);
    await setup.press('Klima');
    expect(setup.texts('.form-preview label')).toEqual(['Svaret deres']);
    await setup.tick('section-11-short', true);
    expect(setup.texts('.form-preview h3')).toEqual(['Det korte skjemaet']);
    expect(setup.texts('.form-preview nominations-question-field label')).toEqual([
      'Tittel',
      'Begrunnelse',
      'Klima Valgfritt',
    ]);
  });
});
