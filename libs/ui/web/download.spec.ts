import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Download } from './download';
import { REFUSAL_WORDS } from './refusal-words';

describe('a file that the server makes', () => {
  const saved: { name: string; address: string }[] = [];

  async function page() {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    const fixture = TestBed.createComponent(Download);
    fixture.componentRef.setInput('href', '/api/x/pdf');
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const click = () =>
      element
        .querySelector('a')
        ?.dispatchEvent(new MouseEvent('click', { cancelable: true, bubbles: true }));
    const settled = async () => {
      await new Promise((later) => setTimeout(later, 20));
      await fixture.whenStable();
    };
    return { element, click, settled, http: TestBed.inject(HttpTestingController) };
  }

  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = () => 'blob:made';
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push({ name: this.download, address: this.href });
    });
  });
  afterEach(() => jest.restoreAllMocks());

  it('is saved under the name that the server gave it, and asked for once', async () => {
    const { element, click, settled, http } = await page();
    expect(click()).toBe(false);
    click();
    await settled();
    expect(element.querySelector('a')?.getAttribute('aria-busy')).toBe('true');
    http.expectOne('/api/x/pdf').flush(new Blob(['%PDF']), {
      headers: {
        'content-disposition': `attachment; filename="sporsmal.pdf"; filename*=UTF-8''sp%C3%B8rsm%C3%A5l.pdf`,
      },
    });
    await settled();
    expect(saved).toEqual([{ name: 'spørsmål.pdf', address: 'blob:made' }]);
    expect(element.querySelector('a')?.hasAttribute('aria-busy')).toBe(false);
    expect(element.querySelector('[role=alert]')).toBeNull();
  });

  it('says in words why it could not be made', async () => {
    const { element, click, settled, http } = await page();
    click();
    http
      .expectOne('/api/x/pdf')
      .flush(blobWith('{"refusal":"documents-unavailable"}'), { status: 503, statusText: '' });
    await settled();
    expect(element.querySelector('[role=alert]')?.textContent).toContain(
      REFUSAL_WORDS['documents-unavailable'],
    );
    expect(saved).toEqual([]);
  });

  /** jsdom's Blob cannot be read. */
  function blobWith(text: string): Blob {
    return Object.assign(new Blob([text]), { text: async () => text });
  }
});
