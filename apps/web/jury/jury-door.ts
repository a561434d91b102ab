import { inject, Injectable, signal } from '@angular/core';
import { type CanActivateChildFn, RedirectCommand, type Route, Router } from '@angular/router';
import { type ClassStage, stageAllows } from '@award/award';
import type { MyDeclarationsView } from '@award/impartiality/contract';
import { ImpartialityClient } from '@award/impartiality/web';
import type { MySeatView } from '@award/jury/contract';
import { JuryClient } from '@award/jury/web';

/**
 * What a page of the jury is about: the panel itself, the entries of the class, its figures and the texts that
 * follow from them, its meeting.
 */
export type JuryRoom = 'panel' | 'class' | 'figures' | 'meeting';

/** Where the member sits and what closes the class to the member, as the server last said. */
export interface JuryPlace {
  readonly seat: MySeatView;
  readonly declared: MyDeclarationsView;
}

/** Whether a room is worth going to: the server would not refuse the member who merely opens it. */
export function roomOpens(room: JuryRoom, { seat, declared }: JuryPlace): boolean {
  if (seat.phase === 'archived') return false;
  if (room === 'panel') return true;
  if (seat.standing !== 'active' || declared.closedBecause !== null) return false;
  if (room === 'class') return true;
  const whole = declared.entries.every(
    ({ standing }) => standing !== 'recused' && standing !== 'ground-awaiting-ruling',
  );
  const right = room === 'meeting' ? 'meet' : 'readRanking';
  return whole && stageAllows(seat.stage as ClassStage, right).allowed;
}

/** The route of a page in one of the jury's rooms. */
export function inRoom(room: JuryRoom, route: Route): Route {
  return { ...route, data: { ...route.data, room } };
}

/** Asks once before each page where the member stands, so that neither a page nor a link leads to a refusal. */
@Injectable({ providedIn: 'root' })
export class JuryDoor {
  private readonly jury = inject(JuryClient);
  private readonly impartiality = inject(ImpartialityClient);
  private readonly place = signal<JuryPlace | null>(null);

  async look(): Promise<void> {
    try {
      const [seat, declared] = await Promise.all([this.jury.mySeat(), this.impartiality.mine()]);
      this.place.set({ seat, declared });
    } catch {
      // The page that is opened asks for itself, and tells what is wrong.
      this.place.set(null);
    }
  }

  leadsTo(route: Route): boolean {
    const room = route.data?.['room'] as JuryRoom | undefined;
    const place = this.place();
    return room === undefined || place === null || roomOpens(room, place);
  }
}

/** A closed room leads back to the start page, which says why. */
export const throughTheDoor: CanActivateChildFn = async ({ routeConfig }) => {
  const door = inject(JuryDoor);
  const router = inject(Router);
  await door.look();
  return routeConfig === null || door.leadsTo(routeConfig)
    ? true
    : new RedirectCommand(router.parseUrl('/jury'), { replaceUrl: true });
};
