import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ImagesView, OfferedImage, PublishedImageView } from '@award/publication/contract';
import { ImagesClient } from './images-client';
import { ImagesPage } from './images-page';

const offered: OfferedImage = {
  fileId: 'a',
  nominationId: 'n',
  classCode: 'small',
  municipality: 'Fjordvik',
  altText: 'En kai',
  photographer: '',
  caption: 'Kaien',
  missing: ['photographer'],
  leftOut: false,
};
const published: PublishedImageView = {
  id: 'p',
  classCode: 'small',
  municipality: 'Nesdal',
  altText: 'Et torg',
  photographer: 'Ola Vik',
  caption: 'Torget',
  publishedAt: '2027-02-12T09:00:00Z',
  src: '/bilder/p/480.webp',
  withdrawnAt: null,
  withdrawnBy: null,
  reason: null,
  replaced: false,
};

describe('the pictures of an edition', () => {
  let asked: unknown[];

  async function open(view: Partial<ImagesView>) {
    asked = [];
    const standing: ImagesView = {
      editionId: 'e',
      year: 2027,
      sealed: false,
      offered: [],
      published: [],
      ...view,
    };
    const client = {
      of: () => Promise.resolve(standing),
      choose: (...order: unknown[]) => {
        asked.push(['choose', ...order]);
        return Promise.resolve({ ...standing, offered: [{ ...offered, leftOut: true }] });
      },
      withdraw: (...order: unknown[]) => {
        asked.push(['withdraw', ...order]);
        return Promise.resolve({ ...standing, published: [] });
      },
    };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: ImagesClient, useValue: client }],
    });
    const fixture = TestBed.createComponent(ImagesPage);
    fixture.componentRef.setInput('editionId', 'e');
    await fixture.whenStable();
    const element: HTMLElement = fixture.nativeElement;
    const press = async (words: string) => {
      const buttons = [...element.querySelectorAll('button')];
      buttons.find((button) => button.textContent?.includes(words))?.click();
      await fixture.whenStable();
    };
    return { element, press, fixture };
  }

  it('says what one lacks, and leaves all such out with one click', async () => {
    const { element, press } = await open({ offered: [offered] });
    expect(element.textContent).toContain('Mangler navnet på fotografen');
    await press('Utelat');
    expect(asked).toEqual([['choose', 'e', ['a'], true]]);
    expect(element.textContent).toContain('Utelatt. Det blir ikke publisert.');
    expect(element.textContent).toContain('Ta med igjen');
  });

  it('offers no choice when the finalists are sealed', async () => {
    const { element } = await open({ offered: [offered], sealed: true });
    expect(element.textContent).toContain('Finalistene er forseglet');
    expect(element.querySelectorAll('button')).toHaveLength(0);
  });

  it('takes a published one away, with a reason and not without', async () => {
    const { element, press, fixture } = await open({ published: [published] });
    await press('Ta bort eller bytt');
    await press('Ta bort bildet');
    expect(element.textContent).toContain('Skriv kort hvorfor.');
    expect(asked).toEqual([]);
    const reason = element.querySelector('textarea');
    if (!reason) throw new Error('no reason is asked for');
    reason.value = 'Feil bilde';
    reason.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    await press('Ta bort bildet');
    expect(asked).toEqual([['withdraw', 'p', 'Feil bilde']]);
    expect(element.textContent).toContain('Tatt bort.');
  });

  it('puts another in its place only with a file and all its words', async () => {
    const { element, press, fixture } = await open({ published: [published] });
    await press('Ta bort eller bytt');
    const [, replace] = element.querySelectorAll<HTMLInputElement>('input[type=radio]');
    replace?.click();
    await fixture.whenStable();
    await press('Bytt bildet');
    expect(element.textContent).toContain('Velg et bilde.');
    expect(element.textContent).toContain('Begge må være i orden');
    expect(asked).toEqual([]);
  });

  it('says so when there are none', async () => {
    const { element } = await open({});
    expect(element.textContent).toContain('Ingen bilder ennå');
  });
});
