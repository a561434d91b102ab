import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { EditionView } from '@award/editions/contract';
import { EditionsClient } from './editions-client';
import { anEdition } from './testing';
import { TimetableSection } from './timetable-section';

class FakeServer {
  sent: { lockVersion: number; deadline: string | null; reason?: string }[] = [];
  refuses: { refusal: string; fields?: object[] } | null = null;

  changeTimetable = async (
    _id: string,
    order: FakeServer['sent'][number],
  ): Promise<EditionView> => {
    this.sent.push(order);
    if (this.refuses) throw new HttpErrorResponse({ status: 409, error: this.refuses });
    const edition = anEdition();
    return {
      ...edition,
      lockVersion: 8,
      timetable: { ...edition.timetable, deadline: order.deadline },
    };
  };
}

async function open(edition: EditionView = anEdition()) {
  const server = new FakeServer();
  TestBed.configureTestingModule({ providers: [{ provide: EditionsClient, useValue: server }] });
  const fixture = TestBed.createComponent(TimetableSection);
  fixture.componentRef.setInput('edition', edition);
  fixture.componentRef.setInput('mayChange', true);
  const heard: (EditionView | 'stale')[] = [];
  fixture.componentInstance.saved.subscribe((view) => heard.push(view));
  fixture.componentInstance.stale.subscribe(() => heard.push('stale'));
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  return {
    server,
    heard,
    fixture,
    settle,
    field: (id: string) => page.querySelector(`#${id}`) as HTMLInputElement,
    words: () => page.textContent?.replace(/\s+/g, ' ') ?? '',
    problems: () =>
      [...page.querySelectorAll('ds-error-summary a')].map((link) => link.getAttribute('href')),
    fill: async (id: string, value: string) => {
      const control = page.querySelector(`#${id}`) as HTMLInputElement;
      control.value = value;
      control.dispatchEvent(new Event('input'));
      await settle();
    },
    submit: async () => {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
  };
}

describe('the timetable of an edition', () => {
  it('shows the dates on the clock of Oslo and saves them as instants', async () => {
    const { server, field, fill, submit, heard, words } = await open();
    expect(field('deadline').value).toBe('2027-01-27T12:00');
    await fill('deadline', '2027-01-29T12:00');
    await submit();
    expect(server.sent).toMatchObject([{ lockVersion: 7, deadline: '2027-01-29T11:00:00.000Z' }]);
    expect(heard).toMatchObject([{ lockVersion: 8 }]);
    expect(words()).toContain('Lagret');
  });

  it('names every date that comes too early, and sends nothing', async () => {
    const { server, fill, submit, problems, words, field } = await open();
    await fill('deadline', '2027-02-11T12:00');
    await submit();
    expect(problems()).toEqual(['#scoringClosesAt', '#meetingAt']);
    expect(words()).toContain(
      '«Juryen er ferdig med å vurdere» må komme etter «Frist for forslag»',
    );
    expect(field('scoringClosesAt').getAttribute('aria-invalid')).toBe('true');
    expect(server.sent).toEqual([]);
  });

  it('asks why only once the call is open, and shows where the reason is missing', async () => {
    const planned = await open();
    expect(planned.field('reason')).toBeNull();
    TestBed.resetTestingModule();
    const opened = await open(anEdition({ phase: 'open' }));
    opened.server.refuses = {
      refusal: 'reason-required',
      fields: [{ path: 'reason', reason: 'reason-required' }],
    };
    await opened.fill('deadline', '2027-01-29T12:00');
    await opened.submit();
    expect(opened.problems()).toEqual(['#reason']);
    expect(opened.field('deadline').value).toBe('2027-01-29T12:00');
  });

  it('does not let a date be moved that has been acted upon', async () => {
    const { field } = await open(anEdition({ phase: 'open' }));
    expect(field('opensAt').readOnly).toBe(true);
    expect(field('deadline').readOnly).toBe(false);
  });

  it('keeps what was typed when somebody else has saved, and saves it on their version', async () => {
    const { server, fill, submit, fixture, settle, field, heard, words } = await open();
    server.refuses = { refusal: 'stale-save' };
    await fill('deadline', '2027-01-29T12:00');
    await submit();
    expect(heard).toEqual(['stale']);
    expect(words()).toContain('Noen andre har lagret');
    fixture.componentRef.setInput('edition', anEdition({ lockVersion: 9 }));
    await settle();
    expect(field('deadline').value).toBe('2027-01-29T12:00');
    server.refuses = null;
    await submit();
    expect(server.sent.at(-1)).toMatchObject({
      lockVersion: 9,
      deadline: '2027-01-29T11:00:00.000Z',
    });
  });
});
