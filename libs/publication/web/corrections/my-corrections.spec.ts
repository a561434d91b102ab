import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '@award/access/web';
import type { MyCorrectionsView } from '@award/publication/contract';
import { CorrectionsClient } from './corrections-client';
import { MyCorrections } from './my-corrections';

describe('a municipality says that something is wrong', () => {
  async function open() {
    const sent: string[] = [];
    let down = false;
    const answer = () => {
      if (down) throw new HttpErrorResponse({ status: 503, error: { refusal: 'unavailable' } });
    };
    const client = {
      mine: async (): Promise<MyCorrectionsView> => {
        answer();
        return { ask: null, requests: [] };
      },
      ask: async (text: string) => {
        answer();
        sent.push(text);
      },
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: CorrectionsClient, useValue: client },
        { provide: Session, useValue: { may: () => true, acting: signal({ id: 'g' }) } },
      ],
    });
    const fixture = TestBed.createComponent(MyCorrections);
    const settle = async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await new Promise((later) => setTimeout(later));
        await fixture.whenStable();
      }
    };
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    return {
      sent,
      element,
      cut: () => (down = true),
      field: () => element.querySelector<HTMLTextAreaElement>('#wrong'),
      write: async (words: string) => {
        const field = element.querySelector<HTMLTextAreaElement>('#wrong');
        if (!field) throw new Error('nowhere to write');
        field.value = words;
        field.dispatchEvent(new Event('input'));
        await settle();
      },
      press: async () => {
        const all = [...element.querySelectorAll('button')];
        all.find(({ textContent }) => textContent?.includes('Meld fra om feil'))?.click();
        await settle();
      },
    };
  }

  it('and is told that it has gone', async () => {
    const { sent, element, field, write, press } = await open();
    await write(' Det er 40 bedrifter. ');
    await press();
    expect(sent).toEqual(['Det er 40 bedrifter.']);
    expect(element.querySelector('[role=status]')?.textContent).toContain('Meldingen er sendt');
    expect(field()?.value).toBe('');
    expect(document.activeElement?.id).toBe('feil');
  });

  it('but never with nothing: it is said what to write, and where', async () => {
    const { sent, element, field, write, press } = await open();
    await press();
    expect(sent).toEqual([]);
    expect(element.textContent).toContain('Skriv hva som er feil');
    expect(document.activeElement).toBe(field());
    await write('D');
    expect(element.querySelector('.ds-validation-message')).toBeNull();
  });

  it('and what was written stays when nobody answers', async () => {
    const { element, field, write, press, cut } = await open();
    await write('Det er 40 bedrifter.');
    cut();
    await press();
    expect(element.querySelector('ui-failure')).not.toBeNull();
    expect(field()?.value).toBe('Det er 40 bedrifter.');
  });
});
