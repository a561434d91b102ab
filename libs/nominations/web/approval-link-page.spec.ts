import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, provideRouter } from '@angular/router';
import { of } from 'rxjs';
import { DEFAULT_FORM, EMPTY_CONTENT } from '@award/award';
import type { ApprovalLinkView } from '@award/nominations/contract';
import { ApprovalLinkPage } from './approval-link-page';

const VIEW: ApprovalLinkView = {
  approver: 'mayor',
  name: 'Ordfører Berg',
  municipalityName: 'Askedalen',
  awardName: { nb: 'Årets vertskommune', nn: '', en: '' },
  writtenForm: 'nb',
  content: { ...EMPTY_CONTENT, title: 'Ny tittel' },
  form: DEFAULT_FORM,
  sha256: 'b'.repeat(64),
  standing: 'awaited',
  approvedAt: null,
  approvedContent: null,
  neighbours: [],
};

async function page(view: ApprovalLinkView) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: ActivatedRoute, useValue: { fragment: of('secret-token') } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(ApprovalLinkPage);
  fixture.detectChanges();
  await new Promise((later) => setTimeout(later));
  http.expectOne('/api/approval-link').flush(view);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const buttons = () =>
    [...element.querySelectorAll('.acts button')].map((one) => one.textContent?.trim());
  return { http, fixture, element, buttons };
}

describe("an approver's link", () => {
  it('approves the very text that was shown', async () => {
    const { http, fixture, element, buttons } = await page(VIEW);
    expect(buttons()).toEqual(['Godkjenn teksten som den står']);
    element.querySelector<HTMLElement>('.acts button')?.click();
    const sent = http.expectOne('/api/approval-link/approve');
    expect(sent.request.body).toEqual({ sha256: VIEW.sha256 });
    expect(sent.request.headers.get('Link-Token')).toBe('secret-token');
    sent.flush({ ...VIEW, standing: 'stands', approvedAt: '2027-01-12T10:00:00.000Z' });
    await fixture.whenStable();
    expect(buttons()).toEqual(['Trekk godkjenningen']);
    expect(element.querySelector('[role=status]')?.textContent).toContain('Takk. Du godkjente');
  });

  it.each(['stands-after-change', 'outdated', 'change-unstated'] as const)(
    'shows what has changed, whatever the sender calls it: %s',
    async (standing) => {
      const { element } = await page({
        ...VIEW,
        standing,
        approvedAt: '2027-01-12T10:00:00.000Z',
        approvedContent: { ...EMPTY_CONTENT, title: 'Gammel tittel' },
      });
      const changes = element.querySelector('section[aria-labelledby=changes]')?.textContent ?? '';
      expect(changes).toContain('Gammel');
      expect(changes).toContain('Ny');
    },
  );
});
