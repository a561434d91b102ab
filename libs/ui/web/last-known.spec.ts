import { HttpErrorResponse } from '@angular/common/http';
import { type Resource, signal } from '@angular/core';
import { lastKnown } from './last-known';

/** A resource that is told what it is. */
function told() {
  const value = signal<string | undefined>(undefined);
  const error = signal<Error | undefined>(undefined);
  const resource = {
    hasValue: () => value() !== undefined,
    value: () => value(),
    error: () => error(),
  } as unknown as Resource<string | undefined>;
  return {
    resource,
    is: (now: { value?: string; error?: Error }) => {
      value.set(now.value);
      error.set(now.error);
    },
  };
}
const answer = (status: number, body: unknown) =>
  new HttpErrorResponse({ status, error: body }) as unknown as Error;

describe('what was shown last', () => {
  it('stays while the line is cut and while it is asked again, until something newer comes', () => {
    const { resource, is } = told();
    const shown = lastKnown(resource, signal('small'));
    const seen = [shown()];
    for (const now of [
      { value: 'first' },
      { error: answer(0, null) },
      {},
      { error: answer(502, 'Bad gateway') },
      { error: answer(503, { refusal: 'unavailable' }) },
      { value: 'second' },
    ]) {
      is(now);
      seen.push(shown());
    }
    expect(seen).toEqual([null, 'first', 'first', 'first', 'first', 'first', 'second']);
  });

  it('is gone as soon as the server refuses it', () => {
    const { resource, is } = told();
    const shown = lastKnown(resource, signal('small'));
    is({ value: 'first' });
    expect(shown()).toBe('first');
    is({ error: answer(409, { refusal: 'recused' }) });
    expect(shown()).toBeNull();
    is({});
    expect(shown()).toBeNull();
  });

  it('is gone when something else is asked for', () => {
    const { resource, is } = told();
    const about = signal('small');
    const shown = lastKnown(resource, about);
    is({ value: 'first' });
    expect(shown()).toBe('first');
    about.set('large');
    is({});
    expect(shown()).toBeNull();
  });
});
