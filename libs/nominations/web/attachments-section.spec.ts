import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type Attachment, DEFAULT_FORM, EMPTY_CONTENT, sectionNamed } from '@award/award';
import type { FileView } from '@award/files/contract';
import { Upload } from '@award/files/web';
import { AttachmentsSection } from './attachments-section';
import { EntryUploads } from './entry-uploads';
import { NominationDraft } from './nomination-draft';
import { shownProblems } from './shown-problems';
import { entryView, myEntry } from './testing/my-entry';

const stored: FileView = {
  id: 'plan',
  state: 'ready',
  received: 9,
  expected: 9,
  kind: 'pdf',
  bytes: 9,
  sha256: 'sum',
  pages: 2,
  width: null,
  height: null,
  warnings: ['names-author'],
  fault: null,
};
const plan: Attachment = {
  fileId: 'plan',
  kind: 'pdf',
  bytes: 9,
  sha256: 'sum',
  pages: 2,
  label: 'Planen',
  altText: '',
  photographer: '',
  rightToUse: false,
  shownAgree: false,
  mayPublish: false,
};
const quay: Attachment = { ...plan, fileId: 'quay', kind: 'jpeg', pages: null, label: 'Kaien' };

async function page(attachments: Attachment[], mostFiles = 10) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), NominationDraft, EntryUploads],
  });
  const draft = TestBed.inject(NominationDraft);
  const view = myEntry(entryView());
  const form = { ...DEFAULT_FORM, files: { ...DEFAULT_FORM.files, mostFiles } };
  draft.view.set({ ...view, call: { ...view.call, form } });
  draft.writing.set({ content: { ...EMPTY_CONTENT, attachments }, writtenForm: 'nb' });
  jest.spyOn(draft, 'flush').mockResolvedValue(true);
  const problems = TestBed.runInInjectionContext(() => shownProblems(draft));
  const fixture = TestBed.createComponent(AttachmentsSection);
  fixture.componentRef.setInput('section', sectionNamed(form, 'attachments'));
  fixture.componentRef.setInput('problems', problems);
  fixture.detectChanges();
  TestBed.inject(HttpTestingController).expectOne('/api/nominations/entry/files').flush([stored]);
  await new Promise((later) => setTimeout(later));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const press = async (words: string) => {
    const found = [...element.querySelectorAll('button')].find((one) =>
      one.textContent?.trim().startsWith(words),
    );
    found?.click();
    await fixture.whenStable();
  };
  const labels = () => draft.content().attachments.map(({ label }) => label);
  const text = () => element.textContent?.replaceAll(/\s+/g, ' ') ?? '';
  return { draft, fixture, element, press, labels, text, problems };
}

describe('attachments and pictures', () => {
  afterEach(() => jest.restoreAllMocks());

  it('ask of a document only its name, and tell that it names its author', async () => {
    const { element, text } = await page([plan]);
    expect([...element.querySelectorAll('input:not([type=file])')].map(({ id }) => id)).toEqual([
      'attachments.0.label',
    ]);
    expect(text()).toMatch(/Last ned .* PDF · 2 sider/);
    expect(text()).toContain('hvem som har laget den');
  });

  it('ask of a picture what it shows, who took it, and who has said yes', async () => {
    const { element, problems, fixture, text } = await page([quay]);
    expect([...element.querySelectorAll('input:not([type=file])')].map(({ id }) => id)).toEqual(
      ['label', 'altText', 'photographer', 'rightToUse', 'shownAgree', 'mayPublish'].map(
        (field) => `attachments.0.${field}`,
      ),
    );
    expect(text()).not.toContain('Skriv hva bildet viser');
    problems.showMissing();
    await fixture.whenStable();
    expect(text()).toContain('Skriv hva bildet viser');
    expect(text()).toContain('Bekreft at dere har rett til å bruke bildet');
  });

  it('are moved and taken out by buttons', async () => {
    const { press, labels } = await page([plan, quay]);
    await press('Flytt ned');
    expect(labels()).toEqual(['Kaien', 'Planen']);
    await press('Flytt opp');
    expect(labels()).toEqual(['Planen', 'Kaien']);
    await press('Ta bort');
    expect(labels()).toEqual(['Kaien']);
  });

  it('become part of the entry when they have come, under the name that they had', async () => {
    const { labels, draft } = await page([]);
    jest.spyOn(Upload.prototype, 'run').mockResolvedValue(stored);
    await TestBed.inject(EntryUploads).add([new File(['123456789'], 'Plan_for 2027.pdf')]);
    expect(labels()).toEqual(['Plan for 2027']);
    expect(draft.content().attachments[0]).toMatchObject({ fileId: 'plan', sha256: 'sum' });
    await TestBed.inject(EntryUploads).add([new File(['123456789'], 'igjen.pdf')]);
    expect(labels()).toEqual(['Plan for 2027']);
  });

  it('stay on the page with the reason when they were not let in', async () => {
    const { fixture, text, press, labels } = await page([]);
    jest.spyOn(Upload.prototype, 'run').mockImplementation(function (this: Upload) {
      this.fault.set('macros');
      this.state.set('stopped');
      return Promise.resolve(null);
    });
    await TestBed.inject(EntryUploads).add([new File(['x'], 'makro.docm')]);
    await fixture.whenStable();
    expect(text()).toContain('makro.docm');
    expect(text()).toContain('Filen inneholder makroer');
    expect(labels()).toEqual([]);
    await press('Ta bort fra listen');
    expect(text()).not.toContain('makro.docm');
  });

  it('are turned away before they are sent when they are too large or there is no room', async () => {
    const { fixture, text, element } = await page([plan], 2);
    const run = jest.spyOn(Upload.prototype, 'run').mockResolvedValue(null);
    const large = new File(['x'], 'stor.pdf');
    Object.defineProperty(large, 'size', { value: 60_000_000 });
    await TestBed.inject(EntryUploads).add([
      large,
      new File(['a'], 'a.pdf'),
      new File(['b'], 'b.pdf'),
    ]);
    await fixture.whenStable();
    expect(run).toHaveBeenCalledTimes(1);
    expect(text()).toContain('stor.pdf er for stor eller tom');
    expect(text()).toContain('b.pdf er ikke lastet opp. Ta bort en fil først.');
    expect(element.querySelector('input[type=file]')).toBeNull();
  });
});
