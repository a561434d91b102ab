import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { GlassPage } from './glass-page';

const AT = '/api/editions/edition/classes/small/scoring/break-glass';
const REASON = 'To medlemmer melder at vurderingene er borte.';

describe('the emergency door', () => {
  let fixture: ComponentFixture<GlassPage>;
  let server: HttpTestingController;
  let element: HTMLElement;

  beforeEach(async () => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    fixture = TestBed.createComponent(GlassPage);
    fixture.componentRef.setInput('editionId', 'edition');
    fixture.componentRef.setInput('classCode', 'small');
    server = TestBed.inject(HttpTestingController);
    element = fixture.nativeElement;
    await settle();
  });
  async function settle(): Promise<void> {
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const give = async (reason: string) => {
    const field = element.querySelector('textarea');
    if (!field) throw new Error('no field');
    field.value = reason;
    field.dispatchEvent(new Event('input'));
    await settle();
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const answer = async (value: 'yes' | 'no') => {
    const dialog = element.querySelector('dialog');
    if (!dialog) throw new Error('no dialog');
    dialog.returnValue = value;
    dialog.dispatchEvent(new Event('close'));
    await settle();
  };

  it('asks for a reason before it asks anything else', async () => {
    await give('Fordi');
    expect(text()).toContain('Skriv minst 20 tegn');
    server.expectNone(AT);
  });

  it('reads nothing until it is confirmed', async () => {
    await give(REASON);
    await answer('no');
    server.expectNone(AT);
  });

  it('shows what was read, and that the jury is told', async () => {
    await give(REASON);
    await answer('yes');
    const sent = server.expectOne(AT);
    expect(sent.request.body).toEqual({ reason: REASON });
    sent.flush({
      readAt: '2027-01-01T12:00:00Z',
      told: 6,
      entries: [
        {
          nominationId: 'n',
          municipalityName: 'Rauma',
          sheets: [
            {
              memberName: 'Nora',
              house: 'NHO',
              state: 'open',
              overall: 6,
              scores: {},
              line: 'Et godt tiltak.',
              assessment: '',
            },
          ],
        },
      ],
    });
    await settle();
    expect(text()).toContain('6 i juryen får vite det');
    expect(text()).toContain('Nora, NHO: 6');
    expect(text()).toContain('Ikke avsluttet');
  });

  it('says why when it is refused', async () => {
    await give(REASON);
    await answer('yes');
    server.expectOne(AT).flush({ refusal: 'recused' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(element.querySelector('ui-failure')).not.toBeNull();
  });
});
