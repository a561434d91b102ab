import { InjectionToken } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Sealed } from './sealing';

/** Sealed answers of the server, by the address that they were asked for at. */
export interface DeviceStore {
  read(address: string): Promise<Sealed | undefined>;
  write(address: string, sealed: Sealed): Promise<void>;
  addresses(): Promise<string[]>;
  erase(address: string): Promise<void>;
  eraseAll(): Promise<void>;
}

interface Shelves extends DBSchema {
  answer: { key: string; value: Sealed };
}

export const DEVICE_STORE = new InjectionToken<DeviceStore>('DEVICE_STORE', {
  providedIn: 'root',
  factory: () => new BrowserStore(),
});

class BrowserStore implements DeviceStore {
  private opened: Promise<IDBPDatabase<Shelves>> | null = null;

  async read(address: string): Promise<Sealed | undefined> {
    return (await this.open()).get('answer', address);
  }

  async write(address: string, sealed: Sealed): Promise<void> {
    await (await this.open()).put('answer', sealed, address);
  }

  async addresses(): Promise<string[]> {
    return (await this.open()).getAllKeys('answer');
  }

  async erase(address: string): Promise<void> {
    await (await this.open()).delete('answer', address);
  }

  async eraseAll(): Promise<void> {
    await (await this.open()).clear('answer');
  }

  private open(): Promise<IDBPDatabase<Shelves>> {
    this.opened ??= openDB<Shelves>('kaaring-device', 1, {
      upgrade: (database) => void database.createObjectStore('answer'),
    });
    return this.opened;
  }
}
