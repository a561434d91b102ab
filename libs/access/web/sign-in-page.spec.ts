import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { MeView } from '@award/access/contract';
import { AccessClient } from './access-client';
import { Session } from './session';
import { SignInPage } from './sign-in-page';
import { anonymous, grant, kari } from './testing/people';

class FakeServer {
  me_: MeView = { ...anonymous, demo: true };
  afterSignIn: MeView = kari(grant('juror'));
  sent: unknown[] = [];
  refuses: string | null = null;
  providers_ = [{ key: 'ansattporten', name: 'Ansattporten' }];

  me = () => Promise.resolve(this.me_);
  providers = () => Promise.resolve(this.providers_);
  requestCode = (request: unknown) => this.act(request);
  signIn = (request: unknown) => this.act(request).then(() => this.signedIn());
  signInAsDemo = (key: string) => this.act(key).then(() => this.signedIn());
  demoRoles = () =>
    Promise.resolve([
      { key: 'leder', name: 'Per Aas', role: 'jury-leader', audience: 'jury', note: 'Leder' },
      { key: 'kari', name: 'Kari', role: 'juror', audience: 'jury', note: 'Har ikke svart' },
      { key: 'siv', name: 'Siv Lund', role: 'secretary', audience: 'secretariat', note: 'Styrer' },
    ]);

  private signedIn(): void {
    this.me_ = this.afterSignIn;
  }

  private async act(request: unknown): Promise<void> {
    this.sent.push(request);
    if (this.refuses) {
      throw new HttpErrorResponse({ status: 422, error: { refusal: this.refuses } });
    }
  }
}

async function open(
  til?: string,
  query: { avvist?: string; inne?: string } = {},
  prepare: (server: FakeServer) => void = () => undefined,
) {
  const server = new FakeServer();
  prepare(server);
  TestBed.configureTestingModule({
    providers: [
      { provide: AccessClient, useValue: server },
      provideRouter([{ path: '**', children: [] }]),
    ],
  });
  await TestBed.inject(Session).load();
  const fixture = TestBed.createComponent(SignInPage);
  if (til) fixture.componentRef.setInput('til', til);
  for (const [name, value] of Object.entries(query)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  return {
    server,
    page,
    settle,
    fill: async (selector: string, value: string) => {
      const field = page.querySelector(selector) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await settle();
      return field;
    },
    submit: async () => {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
    address: () => TestBed.inject(Router).url,
  };
}

const words = (page: HTMLElement) => page.textContent?.replace(/\s+/g, ' ') ?? '';

describe('signing in', () => {
  it('sends a code, takes a pasted one, and goes where the person was going', async () => {
    const { server, page, fill, submit, address } = await open('/jury/vurder');
    await fill('#email', ' kari@eksempel.no ');
    await submit();
    expect(words(page)).toContain('Er kari@eksempel.no registrert hos oss');
    await fill('#code', 'Koden er 123 456.');
    await submit();
    expect(server.sent).toEqual([
      { email: 'kari@eksempel.no' },
      { email: 'kari@eksempel.no', code: '123456' },
    ]);
    expect(address()).toBe('/jury/vurder');
  });

  it.each([
    ['nothing', ''],
    ['no address', 'kari'],
    ['two addresses', 'kari@eksempel.no per@eksempel.no'],
  ])('asks for an address when there is %s, and sends nothing', async (_, email) => {
    const { server, page, fill, submit } = await open();
    await fill('#email', email);
    await submit();
    const summary = page.querySelector('ds-error-summary');
    expect(summary?.querySelector('a')?.getAttribute('href')).toBe('#email');
    expect(page.querySelector('#email')?.getAttribute('aria-invalid')).toBe('true');
    expect(server.sent).toEqual([]);
  });

  it.each([
    ['code-wrong', 'Koden stemmer ikke'],
    ['code-expired', 'Be om en ny'],
    ['rate-limited', 'for mange forsøk'],
  ])('tells what to do when the answer is %s', async (refusal, expected) => {
    const { server, page, fill, submit } = await open();
    await fill('#email', 'kari@eksempel.no');
    await submit();
    server.refuses = refusal;
    const field = await fill('#code', '000000');
    await submit();
    expect(words(page)).toContain(expected);
    expect(field.value).toBe('000000');
  });

  it('takes an incomplete code for what it is', async () => {
    const { server, page, fill, submit } = await open();
    await fill('#email', 'kari@eksempel.no');
    await submit();
    await fill('#code', '12345');
    await submit();
    expect(words(page)).toContain('Skriv de seks sifrene');
    expect(server.sent).toHaveLength(1);
  });

  it('lets the browser fill the code by itself', async () => {
    const { page, fill, submit } = await open();
    await fill('#email', 'kari@eksempel.no');
    await submit();
    const code = page.querySelector('#code');
    expect([code?.getAttribute('autocomplete'), code?.getAttribute('inputmode')]).toEqual([
      'one-time-code',
      'numeric',
    ]);
  });

  it('asks for whom, when the person holds several roles and acts in none', async () => {
    const { server, fill, submit, address } = await open();
    server.afterSignIn = { ...kari(grant('juror'), grant('secretary')), acting: null };
    await fill('#email', 'kari@eksempel.no');
    await submit();
    await fill('#code', '123456');
    await submit();
    expect(address()).toBe('/velg-rolle');
  });
});

describe('signing in elsewhere', () => {
  it('leaves for the provider with the language and where the person was going', async () => {
    const { page } = await open('/kommune?a=1');
    expect(page.querySelector('#ways a')?.getAttribute('href')).toBe(
      '/api/sign-in/openid/ansattporten?language=nb&til=%2Fkommune%3Fa%3D1',
    );
    expect(words(page)).toContain('Logg inn med Ansattporten');
  });

  it('shows no other way where there is none', async () => {
    const { page } = await open(undefined, {}, (server) => (server.providers_ = []));
    expect(page.querySelector('#ways')).toBeNull();
    expect(words(page)).not.toContain('Eller med en kode');
  });

  it.each([
    ['unknown-organisation', 'ikke en kommune i kåringen'],
    ['unknown-tenant', 'har ikke tilgang hit'],
    ['<b>x</b>', 'Vi fikk ikke svar'],
  ])('says why it was refused: %s', async (avvist, expected) => {
    const { page } = await open(undefined, { avvist });
    expect(page.querySelector('[role=alert]')?.textContent).toContain(expected);
  });

  it('goes on to where the person was going when it went well', async () => {
    const { address, settle } = await open('/kommune/kontroll', { inne: '1' }, (server) => {
      server.me_ = kari(grant('municipality-submitter'));
    });
    await settle();
    expect(address()).toBe('/kommune/kontroll');
  });

  it('stays when nobody is signed in after all', async () => {
    const { address } = await open('/kommune', { inne: '1' });
    expect(address()).toBe('/');
  });
});

describe('trying the sample people', () => {
  it('is one click, with the people grouped by audience', async () => {
    const { page, server, settle, address } = await open();
    expect([...page.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual([
      'Jury',
      'Sekretariat',
    ]);
    page.querySelector<HTMLButtonElement>('.demo-roles__button')?.click();
    await settle();
    expect(server.sent).toEqual(['leder']);
    expect(address()).toBe('/jury');
  });
});
