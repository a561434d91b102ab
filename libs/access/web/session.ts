import { isPlatformBrowser } from '@angular/common';
import { computed, inject, Injectable, PLATFORM_ID, signal } from '@angular/core';
import type { GrantView, MeView } from '@award/access/contract';
import { may, type Permission, type Role, ROLES, type Side, SIDE_OF_ROLE } from '@award/award';
import { AccessClient } from './access-client';
import { rememberSignedIn, signedInBefore } from './signed-in-before';

const NOBODY: MeView = { person: null, grants: [], acting: null, demo: false, csrf: null };

/** Who is signed in and in which one grant they act, as the server last said. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly client = inject(AccessClient);
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly answer = signal<MeView | null>(null);
  private asking: Promise<MeView> | null = null;
  /** For whom the page stands, though the session has ended since: what is written on it is theirs. */
  private stands: MeView | null = null;

  readonly me = computed(() => this.answer() ?? NOBODY);
  readonly known = computed(() => this.answer() !== null);
  readonly person = computed(() => this.me().person);
  readonly acting = computed(() => this.me().acting);
  readonly role = computed(() => roleOf(this.me().acting));
  readonly demo = computed(() => this.me().demo);

  /** Asks the server once; later calls get the same answer until `refresh`. */
  load(): Promise<MeView> {
    const answer = this.answer();
    return answer ? Promise.resolve(answer) : this.refresh();
  }

  refresh(): Promise<MeView> {
    if (!this.inBrowser) return Promise.resolve(NOBODY);
    this.asking ??= this.client
      .me()
      .then((me) => {
        this.answer.set(me);
        if (me.person !== null) this.stands = me;
        rememberSignedIn(me.person !== null);
        return me;
      })
      .finally(() => {
        this.asking = null;
      });
    return this.asking;
  }

  /**
   * The token of a session that the same person has begun anew, in another window, and acts in as here. Null when there is
   * none: what somebody has written here is never sent as somebody else's, nor in another role.
   */
  async renewed(): Promise<string | null> {
    const me = await this.client.me();
    const { person, acting, csrf } = me;
    const same = person?.id === this.stands?.person?.id && acting?.id === this.stands?.acting?.id;
    if (person === null || !same || csrf === this.me().csrf) return null;
    this.answer.set(me);
    return csrf;
  }

  /** For public pages: nobody who never signed in here costs the server a request. */
  async loadIfSignedInBefore(): Promise<void> {
    if (this.inBrowser && signedInBefore()) await this.load();
  }

  may(permission: Permission): boolean {
    const role = this.role();
    return role !== null && may(role, permission).allowed;
  }

  async actAs(grantId: string): Promise<void> {
    await this.client.actAs({ grantId });
    await this.refresh();
  }

  /** Answers with the page of the provider that ends its session too, if one was used. */
  async signOut(): Promise<string | null> {
    const { goOnTo } = await this.client.signOut();
    rememberSignedIn(false);
    this.stands = null;
    await this.refresh();
    return goOnTo;
  }

  /** Here and in every other browser. */
  async signOutEverywhere(): Promise<void> {
    await this.client.signOutEverywhere();
    rememberSignedIn(false);
    this.stands = null;
    await this.refresh();
  }
}

/** The grant's role, or null when there is no grant or this program does not know the role. */
export function roleOf(grant: GrantView | null): Role | null {
  return ROLES.find((role) => role === grant?.role) ?? null;
}

/** The side of the award on which a grant acts. */
export function sideOf(grant: GrantView | null): Side | null {
  const role = roleOf(grant);
  return role === null ? null : SIDE_OF_ROLE[role];
}
