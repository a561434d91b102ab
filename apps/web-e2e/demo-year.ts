import { type APIRequestContext, expect } from '@playwright/test';
import type { CaughtMailView, DemoYearView, SampleStop } from '@award/access/contract';

/** Where the sample year is. */
export async function demoYear(request: APIRequestContext): Promise<DemoYearView> {
  return (await request.get('/api/demo/year')).json();
}

/** Takes the sample year to a stop, as the demo bar does. To be there already is enough. */
export async function goTo(request: APIRequestContext, stop: SampleStop): Promise<DemoYearView> {
  const year = await demoYear(request);
  return year.stop === stop ? year : playTo(request, stop);
}

/** Plays to a stop even if the year is there: everything that was done in it is gone. */
export async function playTo(request: APIRequestContext, stop: SampleStop): Promise<DemoYearView> {
  const answer = await request.post('/api/demo/year', { data: { stop }, timeout: 90_000 });
  expect(answer.status(), await answer.text()).toBe(200);
  return answer.json();
}

/** The newest mail whose subject fits, to one address or to anybody; mail takes a moment, so it is waited for. */
export async function mail(
  request: APIRequestContext,
  subject: RegExp,
  recipient?: string,
): Promise<CaughtMailView> {
  const newest = async () => {
    const answer = await request.get('/api/demo/mail', { params: recipient ? { recipient } : {} });
    const all: CaughtMailView[] = await answer.json();
    return all.find((one) => subject.test(one.subject)) ?? null;
  };
  await expect.poll(newest, { message: `a mail about ${subject}` }).not.toBeNull();
  const found = await newest();
  if (!found) throw new Error(`no mail about ${subject}`);
  return found;
}
