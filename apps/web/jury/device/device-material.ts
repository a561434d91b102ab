import { inject, Injectable } from '@angular/core';
import type { DeviceKeyView } from '@award/scoring/contract';
import type { SetAside } from '@award/scoring/web';
import { entryIdIn, type MyEntries } from './addresses';
import { DEVICE_STORE } from './device-store';
import { keyFrom, seal, unseal } from './sealing';

/** The key while this tab lives: gone with the tab, and over after three days at the latest. */
const KEY = 'kaaring.device-key';

interface HeldKey {
  readonly key: string;
  /** By this device's clock, in milliseconds. */
  readonly until: number;
}

/** The sealed answers on the device, and the key that opens them. */
@Injectable({ providedIn: 'root' })
export class DeviceMaterial {
  private readonly store = inject(DEVICE_STORE);
  private opened: { readonly key: string; readonly made: Promise<CryptoKey> } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.eraseWhenOver();
  }

  /** Null when it is not here, or cannot be opened in this tab. */
  async read(address: string): Promise<unknown> {
    const key = await this.key();
    const sealed = key ? await this.store.read(address).catch(() => undefined) : undefined;
    return key && sealed ? unseal(key, address, sealed).catch(() => null) : null;
  }

  async write(address: string, answer: unknown): Promise<void> {
    const key = await this.key();
    if (key) await this.store.write(address, await seal(key, address, answer));
  }

  /** What another key has sealed is of no use any more, and goes. */
  async useKey({ key, validSeconds }: DeviceKeyView): Promise<void> {
    if (this.held()?.key !== key) await this.store.eraseAll();
    const held: HeldKey = { key, until: Date.now() + validSeconds * 1000 };
    sessionStorage.setItem(KEY, JSON.stringify(held));
    this.eraseWhenOver();
  }

  /** Erases the entries that are not among the readable ones, and the lists that told of them. Answers with what went. */
  async keepOnly(readable: readonly string[]): Promise<SetAside[]> {
    const names = await this.names();
    const gone = new Set<string>();
    for (const address of await this.store.addresses()) {
      const id = entryIdIn(address);
      if (id === null || readable.includes(id)) continue;
      gone.add(id);
      await this.store.erase(address);
    }
    if (gone.size > 0) {
      await this.store.erase('/api/scoring/entries');
      await this.store.erase('/api/impartiality');
    }
    return [...gone].map((nominationId) => ({
      nominationId,
      municipalityName: names.get(nominationId) ?? '',
    }));
  }

  async erase(): Promise<void> {
    clearTimeout(this.timer);
    sessionStorage.removeItem(KEY);
    this.opened = null;
    await this.store.eraseAll();
  }

  private async names(): Promise<Map<string, string>> {
    const list = (await this.read('/api/scoring/entries')) as MyEntries | null;
    const entries = list?.entries ?? [];
    return new Map(entries.map((entry) => [entry.nominationId, entry.municipalityName]));
  }

  private async key(): Promise<CryptoKey | null> {
    const held = this.held();
    if (held === null) return null;
    if (held.until <= Date.now()) {
      await this.erase();
      return null;
    }
    if (this.opened?.key !== held.key) this.opened = { key: held.key, made: keyFrom(held.key) };
    return this.opened.made;
  }

  private held(): HeldKey | null {
    const text = sessionStorage.getItem(KEY);
    return text === null ? null : (JSON.parse(text) as HeldKey);
  }

  private eraseWhenOver(): void {
    clearTimeout(this.timer);
    const held = this.held();
    if (held !== null)
      this.timer = setTimeout(() => void this.erase(), Math.max(0, held.until - Date.now()));
  }
}
