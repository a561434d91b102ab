import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import type { JustificationLineView, JustificationListView } from '@award/justifications/contract';
import { JustificationListPage } from './justification-list-page';

const NAME = { nb: 'Små kommuner', nn: '', en: '' };
const line = (more: Partial<JustificationLineView>): JustificationLineView => ({
  kind: 'justification',
  nominationId: 'a',
  municipality: 'Rauma',
  county: 'Møre og Romsdal',
  title: 'Et godt tiltak',
  position: 1,
  writtenForm: 'nb',
  state: 'draft',
  words: 90,
  signers: [],
  sealing: 'not-signed-off',
  updatedAt: null,
  ...more,
});
const LIST: JustificationListView = {
  class: {
    editionId: 'e',
    year: 2027,
    editionName: NAME,
    phase: 'judging',
    sample: true,
    classCode: 'small',
    className: NAME,
    stage: 'finalists-sealed',
  },
  decisionId: 'd',
  justifications: [line({})],
  letters: [line({ kind: 'feedback', nominationId: 'b', municipality: 'Tinden', position: 0 })],
};

async function page(list: JustificationListView, permissions: string[] = []) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      {
        provide: Session,
        useValue: { acting: () => null, may: (one: string) => permissions.includes(one) },
      },
    ],
  });
  const fixture = TestBed.createComponent(JustificationListPage);
  fixture.componentRef.setInput('editionId', 'e');
  fixture.componentRef.setInput('classCode', 'small');
  const http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  await new Promise((later) => setTimeout(later));
  http.expectOne('/api/editions/e/classes/small/justifications').flush(list);
  await fixture.whenStable();
  return { fixture, http, element: fixture.nativeElement as HTMLElement };
}

describe('the texts of a class', () => {
  it('are the finalists’ first and the feedback to the others after, each with its own advised length', async () => {
    const { element } = await page(LIST);
    const [finalists, others] = [...element.querySelectorAll('.justification-list')].map(
      (list) => list.textContent?.replace(/\s+/g, ' ') ?? '',
    );
    expect(finalists).toContain('Rauma');
    expect(finalists).toContain('90 ord. Rådet er 80 til 220.');
    expect(others).toContain('Tinden');
    expect(others).toContain('90 ord. Rådet er 60 til 220.');
    expect(element.querySelector('justifications-ask-fact-check')).toBeNull();
  });

  it('are sent to be checked by the secretariat, at a time on the clock of Oslo', async () => {
    const { fixture, http, element } = await page(LIST, ['release:prepare']);
    const field = element.querySelector('#due') as HTMLInputElement;
    field.value = '2027-02-12T12:00';
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    element.querySelector<HTMLButtonElement>('justifications-ask-fact-check button')?.click();
    const sent = http.expectOne('/api/editions/e/classes/small/fact-checks');
    expect(sent.request.body).toEqual({ dueAt: '2027-02-12T11:00:00.000Z' });
    sent.flush({ asked: 3 });
    await new Promise((later) => setTimeout(later));
    await fixture.whenStable();
    expect(element.querySelector('[role=status]')?.textContent?.trim()).toBe('Spurt: 3');
  });

  it('are no longer sent to be checked once the finalists are told', async () => {
    const told = { ...LIST, class: { ...LIST.class, phase: 'finalists-published' as const } };
    const { element } = await page(told, ['release:prepare']);
    expect(element.querySelector('justifications-ask-fact-check')).toBeNull();
  });
});
