import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RELEASE_TEXT_LIMITS, type ReleaseText } from '@award/award';
import type { ReleaseTextView } from '@award/publication/contract';
import { ReleaseTextClient } from './release-text-client';
import { ReleaseTextPage } from './release-text-page';

const NONE = { title: '', text: '' };
const DRAFT = { title: 'Seks finalister', text: 'De er Fjordvik og Nesdal.' };
const EMPTY: ReleaseText = { nb: NONE, nn: NONE, en: NONE };
const VIEW: ReleaseTextView = {
  editionId: 'e',
  year: 2027,
  name: 'Årets vertskommune',
  sample: false,
  kind: 'finalists',
  scope: 'all',
  className: null,
  save: null,
  released: false,
  version: 0,
  words: EMPTY,
  suggested: { nb: DRAFT, nn: DRAFT, en: DRAFT },
  versions: [],
};

describe('writing what is sent out', () => {
  let saved: unknown[];

  async function open(view: Partial<ReleaseTextView>, refuses: (ReleaseTextView | 'gone')[] = []) {
    saved = [];
    const standing = { ...VIEW, ...view };
    let loads = 0;
    const client = {
      of: async () => {
        const fresh = loads++ === 0 ? standing : (refuses[0] ?? standing);
        if (fresh === 'gone') throw new HttpErrorResponse({ status: 503 });
        return fresh;
      },
      save: async (_edition: string, _scope: string, seen: number, words: ReleaseText) => {
        saved.push([seen, words.nb.title]);
        if (refuses[0] && saved.length === 1)
          throw new HttpErrorResponse({ status: 409, error: { refusal: 'stale-save' } });
        return { ...standing, version: seen + 1, words };
      },
    };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: ReleaseTextClient, useValue: client }],
    });
    const fixture = TestBed.createComponent(ReleaseTextPage);
    fixture.componentRef.setInput('editionId', 'e');
    fixture.componentRef.setInput('scope', 'all');
    await fixture.whenStable();
    const element: HTMLElement = fixture.nativeElement;
    const press = async (words: string) => {
      const found = [...element.querySelectorAll('button')].find((one) =>
        one.textContent?.includes(words),
      );
      if (!found) throw new Error(`no button ${words}`);
      found.click();
      await fixture.whenStable();
    };
    const write = async (id: string, words: string) => {
      const field = element.querySelector<HTMLInputElement>(`#${id}`);
      if (!field) throw new Error(id);
      field.value = words;
      field.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    return { element, fixture, press, write };
  }

  afterEach(() => sessionStorage.clear());

  it('starts on a draft of what is decided, and is kept in the tab until it is saved', async () => {
    const { element, press } = await open({});
    expect(element.textContent).toContain('Bokmål mangler.');
    await press('Sett inn et utkast');
    expect(element.querySelector<HTMLInputElement>('#title-nb')?.value).toBe('Seks finalister');
    expect(sessionStorage.getItem('release-text:e:all')).toContain('Seks finalister');
    await press('Lagre pressemeldingen');
    expect(saved).toEqual([[0, 'Seks finalister']]);
    expect(element.textContent).toContain('Pressemeldingen er lagret.');
    expect(element.textContent).not.toContain('Bokmål mangler.');
    expect(sessionStorage.getItem('release-text:e:all')).toBeNull();
  });

  it('takes up what was not saved where it was left', async () => {
    const kept = { seen: 0, words: { ...EMPTY, nb: { title: 'Halvferdig', text: '' } } };
    sessionStorage.setItem('release-text:e:all', JSON.stringify(kept));
    const { element } = await open({});
    expect(element.querySelector<HTMLInputElement>('#title-nb')?.value).toBe('Halvferdig');
    expect(element.textContent).toContain('Både tittel og tekst må være skrevet');
  });

  it("keeps one's own words when somebody else has saved meanwhile, and shows theirs", async () => {
    const theirs: ReleaseTextView = {
      ...VIEW,
      version: 4,
      words: { ...EMPTY, nb: { title: 'Deres', text: 'Deres tekst.' } },
      versions: [
        {
          version: 4,
          savedAt: '2027-02-01T08:00:00.000Z',
          savedBy: 'Solveig Tangen',
          words: { ...EMPTY, nb: { title: 'Deres', text: 'Deres tekst.' } },
        },
      ],
    };
    const { element, press, write } = await open({}, [theirs]);
    await write('title-nb', 'Min');
    await write('text-nb', 'Min tekst.');
    await press('Lagre pressemeldingen');
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Noen andre har lagret');
    expect(element.querySelector<HTMLInputElement>('#title-nb')?.value).toBe('Min');
    expect(element.querySelector('.versions')?.textContent).toContain('Deres tekst.');
    await press('Lagre pressemeldingen');
    expect(saved).toEqual([
      [0, 'Min'],
      [4, 'Min'],
    ]);
  });

  it('keeps what is typed while a save is on its way', async () => {
    const { element, fixture, press, write } = await open({});
    await write('title-nb', 'Seks');
    await write('text-nb', 'De er seks.');
    const client = fixture.componentInstance['client'];
    const { save } = client;
    let arrive = (): void => undefined;
    client.save = async (...order) => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return save(...order);
    };
    const pressed = press('Lagre pressemeldingen');
    await write('text-nb', 'De er seks, og alle er glade.');
    arrive();
    await pressed;
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(element.querySelector<HTMLTextAreaElement>('#text-nb')?.value).toBe(
      'De er seks, og alle er glade.',
    );
    expect(element.textContent).toContain('Ikke lagret ennå');
    expect(sessionStorage.getItem('release-text:e:all')).toContain('alle er glade');
    client.save = save;
    await press('Lagre pressemeldingen');
    expect(saved).toEqual([
      [0, 'Seks'],
      [1, 'Seks'],
    ]);
  });

  it('is not in the way of its own words that arrived although the answer was lost', async () => {
    const { element, fixture, press, write } = await open({});
    await write('title-nb', 'Seks');
    await write('text-nb', 'De er seks.');
    const client = fixture.componentInstance['client'];
    const { save } = client;
    let standing: ReleaseTextView | null = null;
    client.save = async (...order) => {
      const [, , seen] = order;
      if (standing !== null && seen !== standing.version)
        throw new HttpErrorResponse({ status: 409, error: { refusal: 'stale-save' } });
      const answer = await save(...order);
      if (standing !== null) return answer;
      standing = answer;
      throw new HttpErrorResponse({ status: 0 });
    };
    client.of = async () => standing ?? VIEW;
    await press('Lagre pressemeldingen');
    await write('text-nb', 'De er seks i alt.');
    await press('Lagre pressemeldingen');
    await fixture.whenStable();
    expect(element.querySelector('[role=alert]')).toBeNull();
    expect(element.textContent).toContain('Pressemeldingen er lagret.');
    expect(saved).toEqual([
      [0, 'Seks'],
      [1, 'Seks'],
    ]);
  });

  it('answers beside the button, which never goes dead under the keyboard', async () => {
    const { element, press } = await open({ version: 1 });
    const button = element.querySelector<HTMLButtonElement>('button[type=submit]');
    button?.focus();
    await press('Lagre pressemeldingen');
    expect(saved).toEqual([]);
    expect(button?.disabled).toBe(false);
    const said = element.querySelector('form [role=status]');
    expect(said?.textContent).toContain('Ingenting er endret siden sist.');
  });

  it('keeps the words and says so when nobody answers what the others have saved', async () => {
    const { element, press, write } = await open({}, ['gone']);
    await write('title-nb', 'Min');
    await press('Lagre pressemeldingen');
    expect(element.querySelector('form [role=alert]')?.textContent).toContain('Prøv igjen');
    expect(element.querySelector<HTMLInputElement>('#title-nb')?.value).toBe('Min');
  });

  it('says why it cannot be written when what it belongs to is sealed', async () => {
    const { element } = await open({ save: 'already-sealed' });
    expect(element.querySelectorAll('button')).toHaveLength(0);
    expect(element.querySelector<HTMLInputElement>('#title-nb')?.readOnly).toBe(true);
    expect(element.querySelector('.ds-alert a')?.getAttribute('href')).toBe(
      '/sekretariat/publisering',
    );
  });

  it('does not send what is too long', async () => {
    const { element, press, write } = await open({});
    await write('title-nb', 'a'.repeat(RELEASE_TEXT_LIMITS.title + 1));
    await press('Lagre pressemeldingen');
    expect(saved).toEqual([]);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('for lang');
  });
});
