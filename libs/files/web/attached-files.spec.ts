import { TestBed } from '@angular/core/testing';
import type { Attachment } from '@award/award';
import { AttachedFiles } from './attached-files';

const plan: Attachment = {
  fileId: 'plan',
  kind: 'pdf',
  bytes: 812_000,
  sha256: '',
  pages: 12,
  label: 'Næringsplanen',
  altText: '',
  photographer: '',
  rightToUse: false,
  shownAgree: false,
  mayPublish: false,
};
const quay: Attachment = {
  ...plan,
  fileId: 'quay',
  kind: 'jpeg',
  pages: null,
  label: 'Kaien',
  altText: 'To personer ved kaien',
  photographer: 'Kari Nordli',
};

async function shown(attachments: Attachment[], ready: string[]) {
  const fixture = TestBed.createComponent(AttachedFiles);
  fixture.componentRef.setInput('attachments', attachments);
  fixture.componentRef.setInput('ready', ready);
  fixture.componentRef.setInput('addressOf', (id: string) => `/api/here/${id}`);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const text = () => element.textContent?.replaceAll(/\s+/g, ' ') ?? '';
  return { fixture, element, text };
}

describe('the attachments of an entry', () => {
  it('are documents to open, with kind, pages and size', async () => {
    const { element, text } = await shown([plan], ['plan']);
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/api/here/plan');
    expect(text()).toContain('PDF · 12 sider · 812 kB');
  });

  it('show a PDF in its place when asked, from the reader’s own address', async () => {
    const { fixture, element } = await shown([plan], ['plan']);
    expect(element.querySelector('iframe')).toBeNull();
    element.querySelector('button')?.click();
    await fixture.whenStable();
    const frame = element.querySelector('iframe');
    expect(new URL(frame?.src ?? '', 'http://x').pathname).toBe('/api/here/plan');
    expect(frame?.title).toBe('Næringsplanen');
    expect(element.querySelector('button')?.getAttribute('aria-expanded')).toBe('true');
  });

  it('are pictures with what they show, who took them, and for whom', async () => {
    const { element, text } = await shown(
      [quay, { ...quay, fileId: 'b', mayPublish: true }],
      ['quay', 'b'],
    );
    const images = [...element.querySelectorAll('img')];
    expect(images.map((one) => one.alt)).toEqual([
      'To personer ved kaien',
      'To personer ved kaien',
    ]);
    expect(text()).toContain('Foto: Kari Nordli');
    expect(text().match(/Bare for juryen/g)).toHaveLength(1);
  });

  it('are not opened before they have been checked', async () => {
    const { element, text } = await shown([plan, quay], []);
    expect(element.querySelector('a, img, button')).toBeNull();
    expect(text().match(/Filen kontrolleres/g)).toHaveLength(2);
  });
});
