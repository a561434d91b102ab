import {
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  resource,
  signal,
  type Type,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpErrorResponse } from '@angular/common/http';
import { provideRouter, Router } from '@angular/router';
import { ClassMark } from './class-mark';
import { ConfirmDialog } from './confirm-dialog';
import { ErrorSummary } from './error-summary';
import { Failure } from './failure';
import { ResourceState } from './resource-state';
import { SaveStatus } from './save-status';
import { TextCount } from './text-count';

async function render<T>(type: Type<T>, inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(type);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim();

describe('the mark of a class', () => {
  it.each([
    ['small', 'circle', 'Små kommuner', 'small'],
    ['large', 'rect', 'Store kommuner', 'large'],
    ['islands', 'path', 'islands', 'neutral'],
  ])('%s has a shape, a name and a tint of its own', async (code, shape, name, tint) => {
    const { element } = await render(ClassMark, { code });
    expect(element.querySelector('svg')?.firstElementChild?.tagName).toBe(shape);
    expect(textOf(element)).toBe(name);
    expect(element.getAttribute('data-color')).toBe(tint);
  });

  it("shows the edition's own name when there is one", async () => {
    const { element } = await render(ClassMark, { code: 'small', name: 'Under 15 000' });
    expect(textOf(element)).toBe('Under 15 000');
  });
});

describe('the summary of what to mend', () => {
  it('is not there while there is nothing to mend', async () => {
    const { element } = await render(ErrorSummary, { problems: [] });
    expect(element.children).toHaveLength(0);
  });

  it('leads to the field and stays on the page', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.id = 'title';
    field.scrollIntoView = () => undefined;
    const { element } = await render(ErrorSummary, {
      problems: [{ id: 'title', text: 'Skriv en tittel' }],
    });
    const link = element.querySelector('a');
    const click = new MouseEvent('click', { cancelable: true, bubbles: true });
    link?.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});

describe('where the words are', () => {
  const at = '2021-01-27T12:42:00Z';
  it.each([
    ['untouched', null, ''],
    ['untouched', at, 'Lagret kl. 13.42'],
    ['saved', at, 'Lagret kl. 13.42'],
    ['saving', at, 'Lagrer …'],
    ['unsaved', at, 'Ikke lagret ennå'],
  ])('%s, last saved %s', async (state, savedAt, words) => {
    const { element } = await render(SaveStatus, { state, savedAt });
    expect(textOf(element)).toBe(words);
    expect(element.getAttribute('role')).toBe('status');
  });

  it.each(['offline', 'failed', 'conflict'])('%s says what becomes of the text', async (state) => {
    const { element } = await render(SaveStatus, { state });
    expect(textOf(element)).toMatch(/teksten|tekst/i);
  });
});

describe('the count of a text', () => {
  it.each([
    [0, 3000, '0 av 3 000 tegn', false],
    [3000, 3000, '3 000 av 3 000 tegn', false],
    [3012, 3000, '12 tegn for mye. Du kan bruke 3 000.', true],
  ])('%d of %d', async (used, limit, words, over) => {
    const { element } = await render(TextCount, { used, limit });
    expect(textOf(element)).toBe(words);
    expect(element.classList.contains('text-count--over')).toBe(over);
  });
});

describe('asking before an act', () => {
  /** jsdom has no modal dialogs: opening and closing are what the browser would do. */
  function withModal(element: HTMLElement): HTMLDialogElement {
    const dialog = element.querySelector('dialog') as HTMLDialogElement;
    dialog.showModal = () => dialog.setAttribute('open', '');
    return dialog;
  }

  function close(dialog: HTMLDialogElement, value: string): void {
    dialog.returnValue = value;
    dialog.removeAttribute('open');
    dialog.dispatchEvent(new Event('close'));
  }

  it.each([
    ['the act is confirmed', 'yes', true],
    ['it is not', 'no', false],
    ['the dialog is closed with Escape', '', false],
  ])('answers when %s', async (_, value, expected) => {
    const { fixture, element } = await render(ConfirmDialog, {
      heading: 'Send inn?',
      confirm: 'Send inn',
    });
    const dialog = withModal(element);
    const answer = fixture.componentInstance.ask();
    expect(dialog.hasAttribute('open')).toBe(true);
    close(dialog, value);
    expect(await answer).toBe(expected);
  });

  it('is not confirmed by the answer to an earlier question', async () => {
    const { fixture, element } = await render(ConfirmDialog, {
      heading: 'Send inn?',
      confirm: 'Send inn',
    });
    const dialog = withModal(element);
    const first = fixture.componentInstance.ask();
    close(dialog, 'yes');
    expect(await first).toBe(true);
    const second = fixture.componentInstance.ask();
    dialog.dispatchEvent(new Event('close'));
    expect(await second).toBe(false);
  });
});

describe('waiting for an answer', () => {
  @Component({
    imports: [ResourceState],
    schemas: [CUSTOM_ELEMENTS_SCHEMA],
    template: `<ui-resource-state [of]="entries" />`,
  })
  class Page {
    readonly fails = signal(true);
    readonly entries = resource({
      loader: async () => {
        if (!this.fails()) return ['Rauma'];
        throw new HttpErrorResponse({ status: 403, error: { refusal: 'undeclared' } });
      },
    });
  }

  @Component({
    imports: [ResourceState],
    schemas: [CUSTOM_ELEMENTS_SCHEMA],
    template: `<ui-resource-state [of]="entries" [part]="part()" />`,
  })
  class Slow {
    readonly ask = input.required<() => Promise<string[]>>();
    readonly part = input(false);
    readonly entries = resource({ loader: () => this.ask()() });
  }

  it('shows the refusal in words, and nothing once it has come', async () => {
    const { fixture, element } = await render(Page);
    expect(textOf(element)).toContain('Svar på om du er habil');
    fixture.componentInstance.fails.set(false);
    element.querySelector('button')?.click();
    await fixture.whenStable();
    expect(textOf(element)).toBe('');
    expect(fixture.componentInstance.entries.value()).toEqual(['Rauma']);
  });

  it('tells what failed, and keeps the button, until the answer has come', async () => {
    let answer: (entries: string[]) => void = () => undefined;
    let tries = 0;
    const { fixture, element } = await render(Slow, {
      ask: () =>
        tries++ === 0
          ? Promise.reject(new HttpErrorResponse({ status: 0 }))
          : new Promise<string[]>((done) => (answer = done)),
    });
    const button = element.querySelector('button');
    button?.click();
    fixture.detectChanges();
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    expect(element.querySelector('button')).toBe(button);
    expect(button?.getAttribute('aria-busy')).toBe('true');
    answer(['Rauma']);
    await fixture.whenStable();
    expect(textOf(element)).toBe('');
  });

  it.each([
    [503, 'unavailable', 'Denne delen av siden mangler'],
    [0, null, 'Denne delen av siden mangler'],
    [403, 'recused', ''],
    [409, 'wrong-stage', ''],
  ])('of a part of a page: %s %s says %p', async (status, refusal, words) => {
    const { element } = await render(Slow, {
      part: true,
      ask: () => Promise.reject(new HttpErrorResponse({ status, error: { refusal } })),
    });
    if (words) expect(textOf(element)).toContain(words);
    else expect(textOf(element)).toBe('');
  });

  it.each([
    [false, 1],
    [true, 0],
  ])('moves the page to the answer to an act (with a retry: %p)', async (canRetry, moved) => {
    const move = jest.fn();
    Object.defineProperty(HTMLElement.prototype, 'scrollIntoView', {
      value: move,
      configurable: true,
    });
    await render(Failure, { refusal: 'unavailable', canRetry });
    expect(move).toHaveBeenCalledTimes(moved);
    Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView');
  });

  it('leads whoever is signed out to the sign-in page, and back here', async () => {
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: '**', children: [] }])],
    });
    await TestBed.inject(Router).navigateByUrl('/kommune/utdyp/resultater');
    const { element } = await render(Failure, { refusal: 'not-signed-in' });
    expect(element.querySelector('button')).toBeNull();
    expect(element.querySelector('a')?.getAttribute('href')).toBe(
      '/logg-inn?til=%2Fkommune%2Futdyp%2Fresultater',
    );
  });
});
