import {
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { filter, firstValueFrom, from, type Observable } from 'rxjs';
import type { MeView } from '@award/access/contract';
import { UnsentWords } from '@award/scoring/web';
import { readRefusal } from '@award/ui/web';
import { afterWrite, entryAddress, entryIdIn, type MyEntries, READ_AT_START } from './addresses';
import { DEVICE_FLAG } from './device-flag';
import { DeviceMaterial } from './device-material';
import { dropShell, keepShell } from './shell-worker';
import { StraightLine } from './straight-line';

/** What the device remembers in clear: whose entries it has, and since when. */
interface Owner {
  readonly personId: string;
  readonly grantId: string;
  readonly takenAt: string | null;
}

const PATIENCE = 8000;

/**
 * The entries that a member has taken along. With a line, the server answers, and the first answer after
 * each break waits until its list has erased what is no longer for the member. Without, what lies here answers.
 */
@Injectable({ providedIn: 'root' })
export class TakenAlong {
  private readonly line = inject(StraightLine);
  private readonly material = inject(DeviceMaterial);
  private readonly words = inject(UnsentWords);
  private readonly router = inject(Router);
  private readonly owned = signal<Owner | null>(readOwner());
  private readonly missing = signal(false);
  private readonly busy = signal<'no' | 'taking' | 'failed'>('no');
  /** Entries that the server has said no to since this page was opened. */
  private readonly closed = new Set<string>();
  /** The server's list has come since the line was last broken. */
  private checked = false;
  /** The server has answered, but not yet with its list: nothing from here may be shown. */
  private unchecked = false;
  private checking: Promise<void> | null = null;
  private renewing: Promise<void> | null = null;

  readonly owner = this.owned.asReadonly();
  readonly offline = this.missing.asReadonly();
  readonly state = computed(() => (this.busy() === 'no' && this.owner() ? 'taken' : this.busy()));

  /** Takes the entries of the acting seat along on this device. */
  async take(me: MeView): Promise<void> {
    if (!me.person || !me.acting) return;
    this.own({ personId: me.person.id, grantId: me.acting.id, takenAt: null });
    this.busy.set('taking');
    await this.check().catch(() => undefined);
    await this.renew();
  }

  /** Lets the server answer if it can be reached. */
  pass(request: HttpRequest<unknown>, next: HttpHandlerFn): Observable<HttpEvent<unknown>> {
    const ours = request.url.startsWith('/api/') && !request.reportProgress;
    return ours ? from(this.answer(request, next)) : next(request);
  }

  /** Before signing out: true when nothing unsent was left, and everything here is erased. Else one is asked. */
  async leave(): Promise<boolean> {
    const owner = this.owner();
    if (owner && !(await this.words.send(owner.personId))) {
      await this.router.navigateByUrl('/jury/enhet');
      return false;
    }
    await this.giveUp();
    return true;
  }

  /** Erases all that was taken along, the words that are not sent too if one says so. */
  async giveUp(wordsToo = false): Promise<void> {
    const owner = this.owner();
    if (owner && wordsToo) this.words.eraseAll(owner.personId);
    localStorage.removeItem(DEVICE_FLAG);
    this.owned.set(null);
    this.busy.set('no');
    // What is being fetched stops first, so that it puts nothing back.
    await this.renewing;
    await this.material.erase();
    await dropShell();
  }

  /** The browser says that the line is back: the server is asked, and what waits is sent. */
  async lineIsBack(): Promise<void> {
    if (!this.owner()) return;
    await this.contact().catch(() => undefined);
  }

  private async answer(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
  ): Promise<HttpResponse<unknown>> {
    try {
      await this.before(request);
      const answer = firstValueFrom(
        next(request).pipe(filter((event) => event instanceof HttpResponse)),
      );
      const response = await (request.method === 'GET' ? soon(answer, request.url) : answer);
      await this.heard(request, response);
      return response;
    } catch (error) {
      return this.missed(request, error);
    }
  }

  private async before({ method, url }: HttpRequest<unknown>): Promise<void> {
    const id = entryIdIn(url);
    if (method === 'GET' || id === null) return;
    if (!this.checked) await this.contact().catch(() => undefined);
    if (this.closed.has(id))
      throw new HttpErrorResponse({ status: 403, url, error: { refusal: 'recused' } });
  }

  private async heard(
    request: HttpRequest<unknown>,
    { body }: HttpResponse<unknown>,
  ): Promise<void> {
    if (request.url === '/api/me' && (body as MeView).person === null) {
      await this.material.erase();
      return;
    }
    this.unchecked = !this.checked;
    await this.contact().catch(() => undefined);
    if (request.method !== 'GET') await this.remember(request, body);
  }

  private async missed(
    request: HttpRequest<unknown>,
    error: unknown,
  ): Promise<HttpResponse<unknown>> {
    if (!unreachable(error)) {
      this.unchecked = !this.checked;
      await this.contact().catch(() => undefined);
      throw error;
    }
    this.missing.set(true);
    this.checked = false;
    const kept =
      request.method === 'GET' && !this.unchecked ? await this.material.read(request.url) : null;
    if (kept === null) throw error;
    return new HttpResponse({ status: 200, url: request.url, body: kept });
  }

  private async contact(): Promise<void> {
    if (this.checked) return;
    this.checking ??= this.check().finally(() => (this.checking = null));
    await this.checking;
    if (this.owner()) void this.renew();
  }

  /** Asks whom the server knows and what they may read, and erases the rest. */
  private async check(): Promise<void> {
    const owner = this.owner();
    if (!owner) return;
    const me = await this.line.get<MeView>('/api/me');
    this.unchecked = true;
    if (me.person === null) await this.material.erase();
    else if (me.person.id !== owner.personId || me.acting?.id !== owner.grantId)
      await this.giveUp();
    else await this.eraseTheRest(owner);
    this.missing.set(false);
    this.unchecked = false;
    this.checked = true;
  }

  private async eraseTheRest(owner: Owner): Promise<void> {
    let readable: readonly string[] = [];
    let setsAside = true;
    try {
      const list = await this.line.get<MyEntries>('/api/scoring/entries');
      readable = list.entries.map(({ nominationId }) => nominationId);
    } catch (error) {
      const refusal = readRefusal(error)?.refusal ?? null;
      if (refusal === null) throw error;
      setsAside = refusal === 'recused';
    }
    for (const gone of await this.material.keepOnly(readable)) {
      this.closed.add(gone.nominationId);
      if (setsAside) this.words.putAside(owner.personId, gone);
      // Not waited for: the page that opens asks the server, and its answers wait for this list.
      if (this.router.url.includes(gone.nominationId)) void this.router.navigateByUrl('/jury');
    }
    for (const id of readable) this.closed.delete(id);
  }

  /** Sends what waits, and fetches all anew. */
  private renew(): Promise<void> {
    this.renewing ??= this.fetchAll().finally(() => (this.renewing = null));
    return this.renewing;
  }

  private async fetchAll(): Promise<void> {
    const owner = this.owner();
    if (!owner) return;
    try {
      await this.words.send(owner.personId);
      const me = await this.line.get<MeView>('/api/me');
      if (me.person?.id !== owner.personId) return;
      await this.material.useKey(await this.line.deviceKey(me.csrf));
      for (const address of READ_AT_START)
        await this.material.write(address, await this.line.get(address));
      const list = await this.line.get<MyEntries>('/api/scoring/entries');
      await this.material.write('/api/scoring/entries', list);
      for (const { nominationId } of list.entries) {
        if (!this.owner()) return;
        const address = entryAddress(nominationId);
        await this.material.write(address, await this.line.get(address));
        await this.material.write(
          `${address}/partners`,
          await this.line.get(`${address}/partners`),
        );
      }
      await keepShell();
      if (this.owner()) this.own({ ...owner, takenAt: list.now });
      this.busy.set('no');
    } catch {
      if (this.owner()) this.busy.set(this.owner()?.takenAt ? 'no' : 'failed');
    }
  }

  /** One's own save, in the entry that lies here, so that the next reading without a line goes on from it. */
  private async remember({ url, body }: HttpRequest<unknown>, answer: unknown): Promise<void> {
    const id = entryIdIn(url);
    if (id === null) return;
    const kept = await this.material.read(entryAddress(id));
    const changed = kept === null ? null : afterWrite(kept, url, body, answer);
    if (changed !== null) await this.material.write(entryAddress(id), changed);
  }

  private own(owner: Owner): void {
    localStorage.setItem(DEVICE_FLAG, JSON.stringify(owner));
    this.owned.set(owner);
  }
}

/** On a bad line no answer comes and no error either. */
function soon<T>(answer: Promise<T>, url: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HttpErrorResponse({ status: 0, url })), PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function unreachable(error: unknown): boolean {
  return error instanceof HttpErrorResponse && error.status === 0;
}

function readOwner(): Owner | null {
  const text = localStorage.getItem(DEVICE_FLAG);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return null;
  }
}
