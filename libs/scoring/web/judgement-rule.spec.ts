import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { JudgementRule } from './judgement-rule';

const words = (nb: string) => ({ nb, nn: nb, en: nb });

describe('the rule that the jury judges by', () => {
  it('is asked for when it is unfolded, and shows criteria, weights and the fingerprint', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    const fixture = TestBed.createComponent(JudgementRule);
    fixture.componentRef.setInput('editionId', 'edition');
    const server = TestBed.inject(HttpTestingController);
    const element: HTMLElement = fixture.nativeElement;
    const settle = async () => {
      fixture.detectChanges();
      await new Promise((later) => setTimeout(later));
      fixture.detectChanges();
    };
    await settle();
    server.expectNone('/api/editions/edition');
    const details = element.querySelector('details');
    if (!details) throw new Error('Nothing to unfold');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await settle();
    server.expectOne('/api/editions/edition').flush({
      preset: 'simple',
      scale: { min: 1, max: 6 },
      quorum: 3,
      tieRule: 'second-ballot',
      impartialityScope: 'entry',
      impartialityScopeReason: 'Få medlemmer',
      ruleRegisteredAt: '2027-02-01T10:00:00.000Z',
      ruleHash: 'abc123',
      criteria: [{ code: 'together', name: words('Samarbeider'), weight: 2 }],
    });
    server.expectOne('/api/scoring/criteria').flush({ readings: 3, criteria: [] });
    await settle();
    const text = element.textContent?.replace(/\s+/g, ' ') ?? '';
    for (const part of [
      'abc123',
      'Få medlemmer',
      'Bare det ene forslaget',
      '1–6',
      'leser hvert forslag 3',
    ])
      expect(text).toContain(part);
    expect(element.querySelector('tbody')?.textContent).toMatch(/Samarbeider\s*2/);
  });
});
