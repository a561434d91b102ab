import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import type { SharingView } from '@award/publication/contract';
import { SharingPage } from './sharing-page';

const SHARING: SharingView = {
  nominationId: 'n',
  maySay: true,
  given: false,
  withContact: false,
  saidAt: null,
  contactName: 'Kari Nordli',
  address: null,
};

async function page(view: SharingView, maySend = true) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      {
        provide: Session,
        useValue: {
          acting: signal({ id: 'grant', role: 'municipality-submitter' }),
          may: () => maySend,
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(SharingPage);
  const http = TestBed.inject(HttpTestingController);
  const turn = async () => {
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  };
  fixture.detectChanges();
  await turn();
  http.expectOne('/api/nominations/mine/sharing').flush(view);
  await turn();
  await turn();
  const element = fixture.nativeElement as HTMLElement;
  const press = async (name: string) => {
    [...element.querySelectorAll('button')]
      .find((one) => one.textContent?.trim() === name)
      ?.click();
    await turn();
  };
  const said = async (answer: SharingView) => {
    const request = http.expectOne('/api/nominations/n/sharing');
    request.flush(answer);
    await turn();
    await turn();
    return request.request.body;
  };
  return { element, press, said, turn };
}

describe('sharing with other municipalities', () => {
  it('says yes with the contact only when asked to, and no takes it all down', async () => {
    const { element, press, said, turn } = await page(SHARING);
    expect(element.querySelector('h2')?.textContent?.trim()).toBe('Dere deler ikke forslaget');
    element.querySelector<HTMLInputElement>('#with-contact')?.click();
    await turn();
    await press('Ja, del forslaget');
    const shared = { ...SHARING, given: true, withContact: true, address: '/eksempler/2027/9001' };
    expect(await said(shared)).toEqual({ given: true, withContact: true });
    expect(element.querySelector('h2')?.textContent?.trim()).toBe('Dere har sagt ja');
    expect(element.querySelector('a[href="/eksempler/2027/9001"]')).not.toBeNull();
    await press('Nei, ta det bort');
    expect(await said(SHARING)).toEqual({ given: false, withContact: false });
    expect(element.querySelector('h2')?.textContent?.trim()).toBe('Dere deler ikke forslaget');
  });

  it('whoever may not send in reads the answer and has no buttons', async () => {
    const { element } = await page({ ...SHARING, given: true }, false);
    expect(element.querySelector('button, input')).toBeNull();
    expect(element.textContent).toContain('Den som kan sende inn for kommunen');
  });

  it('an entry that no longer takes part can only be taken down', async () => {
    const { element } = await page({ ...SHARING, given: true, maySay: false });
    expect([...element.querySelectorAll('button')].map((one) => one.textContent?.trim())).toEqual([
      'Nei, ta det bort',
    ]);
  });

  it('before anything is sent in there is nothing to share', async () => {
    const { element } = await page({ ...SHARING, nominationId: null, maySay: false });
    expect(element.querySelector('ui-empty')).not.toBeNull();
    expect(element.querySelector('button')).toBeNull();
  });
});
