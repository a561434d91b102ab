import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { allOf, mayInvite, mayStepIn, needs, panelChange, type SeatPosition } from '@award/award';
import { demand, People, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type {
  ChangeSeat,
  InviteToSeat,
  PanelView,
  SeatOfficeView,
  SeatReason,
  StandIn,
} from '@award/jury/contract';
import { Mail, type MailRules } from '@award/mail/api';
import { juryMail } from './jury-mail';
import { grantOf } from './grant-of-seat';
import { lockedPanelClass, type PanelClass, panelClass } from './panel-class';
import type { Causes } from './my-seat.service';
import { panelView, type SeatChangeRow, seatOfficeView } from './panel-views';
import { Seat } from './seat.entity';
import { type SeatAction, SeatStep } from './seat-step.entity';
import { CHANGES_OF_CLASS } from './seats.queries';
import { leads, type PanelSeat, ruleSeat, Seats } from './seats.service';

type Language = 'nb' | 'nn' | 'en';

/** The secretariat's acts on a panel. Every change of a panel goes through here, one after the other. */
@Injectable()
export class Panels {
  constructor(
    private readonly db: DataSource,
    private readonly seats: Seats,
    private readonly people: People,
    private readonly keys: RequestKeys,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
  ) {
    mail.register('jury-invitation', juryMail.invitation, {
      stillFor: hasSeat('invited'),
      failureFor: 'secretariat',
    });
    mail.register('jury-stepped-in', juryMail.steppedIn, { stillFor: hasSeat('accepted') });
  }

  async view(principal: Principal, editionId: string, classCode: string): Promise<PanelView> {
    const panel = await panelClass(this.db, principal, editionId, classCode);
    const seats = await this.seats.ofClass(this.db, editionId, classCode);
    if (!isOffice(principal)) return panelView(panel, seats, [], false);
    const changes: SeatChangeRow[] = await this.db.query(CHANGES_OF_CLASS, [editionId, classCode]);
    return panelView(panel, seats, changes, true);
  }

  /** Invites a person, or once more somebody who declined or left. Refused when the person has a living seat. */
  async invite(
    principal: Principal,
    key: string,
    editionId: string,
    classCode: string,
    body: InviteToSeat,
  ): Promise<SeatOfficeView> {
    return this.db.transaction(async (tx) => {
      const panel = await lockedPanelClass(tx, principal, editionId, classCode);
      return this.keys.once(tx, principal, key, { editionId, classCode, ...body }, async () => {
        const seats = await this.seats.ofClass(tx, editionId, classCode);
        const email = body.email.trim().toLowerCase();
        const name = body.name.trim();
        if (name === '')
          throw new Refused('bad-input', { fields: [{ path: 'name', reason: 'isNotEmpty' }] });
        const personId = await this.people.byEmail(tx, email, name, body.language);
        const wanted = { person: personId, position: body.role };
        demand(
          allOf(
            mayInvite(seats.map(ruleSeat), wanted, panel.phase, panel.stage),
            panelChange(panel.stage, body.reason ?? null),
          ),
        );
        await this.give(tx, principal, panel, personId, body.role);
        const earlier = seats.find((seat) => seat.personId === personId);
        const asked = { personId, name, email, house: body.house, role: body.role };
        const seatId = earlier
          ? await this.askAgain(tx, earlier, asked)
          : await this.ask(tx, panel, asked);
        const step = await this.step(tx, principal, seatId, 'invite', body.reason);
        await this.tell(tx, panel, 'jury-invitation', `${seatId}:${step}`, { ...asked, personId });
        await this.log(tx, principal, panel, 'seat:invite', seatId, {
          role: body.role,
          house: body.house,
        });
        return seatOfficeView(await this.seats.byId(tx, seatId));
      });
    });
  }

  /**
   * Moves a seat to another role or house; not while a deputy sits in it, nor a deputy who sits in
   * another's. `causes` is what else it brings about, such as entries to read.
   */
  async change(
    tx: EntityManager,
    principal: Principal,
    seatId: string,
    body: ChangeSeat,
    causes: Causes,
  ): Promise<PanelSeat> {
    const { panel, seat, seats } = await this.locked(tx, principal, seatId);
    const leader = seats.some(
      (other) => other.id !== seat.id && other.role === 'leader' && lives(other),
    );
    demand(
      allOf(
        needs(lives(seat), 'wrong-state'),
        needs(seat.standing !== 'replaced' && seat.standsInForId === null, 'wrong-state'),
        needs(body.role !== 'leader' || !leader, 'seat-taken'),
        panelChange(panel.stage, body.reason ?? null),
      ),
    );
    await this.update(tx, seat, { house: body.house, role: body.role });
    if (leads(seat) !== leads(body)) {
      await this.take(tx, panel, seat.personId, seat.role);
      await this.give(tx, principal, panel, seat.personId, body.role);
    }
    await this.step(tx, principal, seatId, 'change', body.reason);
    await causes(seat);
    await this.log(tx, principal, panel, 'seat:change', seatId, {
      role: body.role,
      house: body.house,
    });
    return this.seats.byId(tx, seatId);
  }

  /** Takes an invitation back, or ends a membership. The sheets stay, set aside. */
  async remove(principal: Principal, seatId: string, body: SeatReason): Promise<SeatOfficeView> {
    return this.onSeat(principal, seatId, async (tx, panel, seat) => {
      demand(
        allOf(needs(lives(seat), 'wrong-state'), panelChange(panel.stage, body.reason ?? null)),
      );
      await this.update(tx, seat, { state: 'left' });
      await this.take(tx, panel, seat.personId, seat.role);
      await this.step(tx, principal, seatId, 'remove', body.reason);
      await this.log(tx, principal, panel, 'seat:remove', seatId, {});
    });
  }

  /**
   * A deputy takes a member's seat. `causes` is what else it brings about, such as entries to read.
   * Returns the deputy's seat as it is then.
   */
  async standIn(
    tx: EntityManager,
    principal: Principal,
    seatId: string,
    body: StandIn,
    causes: Causes,
  ): Promise<PanelSeat> {
    const { panel, seat, seats } = await this.locked(tx, principal, seatId);
    const member = seats.find((other) => other.id === body.forSeatId);
    if (!member) throw new Refused('class-crossed');
    demand(
      allOf(
        needs(seat.role === 'deputy', 'seat-not-active'),
        mayStepIn(ruleSeat(seat), ruleSeat(member), panel.stage),
        needs(member.role !== 'deputy' && member.standing === 'active', 'seat-taken'),
        panelChange(panel.stage, body.reason ?? null),
      ),
    );
    await this.update(tx, seat, { standsInForId: member.id });
    const step = await this.step(tx, principal, seatId, 'stand-in', body.reason);
    await this.tell(tx, panel, 'jury-stepped-in', `${seatId}:${step}`, seat);
    await causes(seat);
    await this.log(tx, principal, panel, 'seat:stand-in', seatId, { for: member.id });
    return this.seats.byId(tx, seatId);
  }

  /** The member is back, and the deputy waits again. */
  async standDown(principal: Principal, seatId: string, body: SeatReason): Promise<SeatOfficeView> {
    return this.onSeat(principal, seatId, async (tx, panel, seat) => {
      demand(
        allOf(
          needs(seat.standing === 'active' && seat.standsInForId !== null, 'wrong-state'),
          needs(panel.stage !== 'winner-sealed', 'panel-frozen'),
          panelChange(panel.stage, body.reason ?? null),
        ),
      );
      await this.update(tx, seat, { standsInForId: null });
      await this.step(tx, principal, seatId, 'stand-down', body.reason);
      await this.log(tx, principal, panel, 'seat:stand-down', seatId, { for: seat.standsInForId });
    });
  }

  private onSeat(
    principal: Principal,
    seatId: string,
    act: (tx: EntityManager, panel: PanelClass, seat: PanelSeat) => Promise<void>,
  ): Promise<SeatOfficeView> {
    return this.db.transaction(async (tx) => {
      const { panel, seat } = await this.locked(tx, principal, seatId);
      await act(tx, panel, seat);
      return seatOfficeView(await this.seats.byId(tx, seatId));
    });
  }

  private async locked(tx: EntityManager, principal: Principal, seatId: string) {
    const { editionId, classCode } = await this.seats.byId(tx, seatId);
    const panel = await lockedPanelClass(tx, principal, editionId, classCode);
    const seats = await this.seats.ofClass(tx, editionId, classCode);
    const seat = seats.find((one) => one.id === seatId);
    if (!seat) throw new Refused('not-found');
    return { panel, seat, seats };
  }

  private async ask(tx: EntityManager, panel: PanelClass, asked: Asked): Promise<string> {
    const made = await tx.insert(Seat, {
      editionId: panel.editionId,
      classCode: panel.classCode,
      ...asked,
    });
    return made.identifiers[0]?.['id'] as string;
  }

  private async askAgain(tx: EntityManager, seat: PanelSeat, asked: Asked): Promise<string> {
    const again = await tx.query(
      `update seat set state = 'invited', name = $2, email = $3, house = $4, role = $5, decline_reason = null, pledged_at = null,
         answered_at = null, stands_in_for_id = null, invited_at = award_now()
       where id = $1 and state in ('declined', 'left') returning id`,
      [seat.id, asked.name, asked.email, asked.house, asked.role],
    );
    if (again[1] !== 1) throw new Refused('seat-taken');
    return seat.id;
  }

  private async update(tx: EntityManager, seat: PanelSeat, values: Partial<Seat>): Promise<void> {
    const state = ['invited', 'declined', 'left'].includes(seat.standing)
      ? (seat.standing as Seat['state'])
      : 'accepted';
    const { affected } = await tx.update(Seat, { id: seat.id, state }, values);
    if (affected !== 1) throw new Refused('wrong-state');
  }

  private async step(
    tx: EntityManager,
    principal: Principal,
    seatId: string,
    action: SeatAction,
    reason?: string,
  ): Promise<string> {
    const made = await tx.insert(SeatStep, {
      seatId,
      action,
      reason: reason?.trim() || null,
      takenBy: principal.personId,
    });
    return made.identifiers[0]?.['id'] as string;
  }

  private async give(
    tx: EntityManager,
    principal: Principal,
    panel: PanelClass,
    personId: string,
    role: SeatPosition,
  ): Promise<void> {
    await this.people.grant(tx, {
      ...grantOf(panel, personId, role),
      grantedBy: principal.personId,
    });
  }

  private async take(
    tx: EntityManager,
    panel: PanelClass,
    personId: string,
    role: SeatPosition,
  ): Promise<void> {
    await this.people.revoke(tx, grantOf(panel, personId, role));
  }

  private async tell(
    tx: EntityManager,
    panel: PanelClass,
    template: string,
    once: string,
    to: { personId: string; email: string; name: string; house: string },
  ): Promise<void> {
    const [person] = await tx.query('select language from person where id = $1', [to.personId]);
    const language = (person?.language ?? 'nb') as Language;
    await this.mail.queue(tx, {
      eventKey: `${template}:${once}`,
      recipient: to.email,
      template,
      language,
      words: {
        name: to.name,
        house: to.house,
        award: panel.editionName[language] || panel.editionName.nb,
        className: panel.className[language] || panel.className.nb,
      },
      editionId: panel.editionId,
    });
  }

  private async log(
    tx: EntityManager,
    principal: Principal,
    panel: PanelClass,
    act: string,
    seatId: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.write(tx, {
      principal,
      act,
      subjectType: 'seat',
      subjectId: seatId,
      editionId: panel.editionId,
      facts: { classCode: panel.classCode, ...facts },
    });
  }
}

interface Asked {
  personId: string;
  name: string;
  email: string;
  house: Seat['house'];
  role: SeatPosition;
}

function lives(seat: PanelSeat): boolean {
  return seat.standing !== 'declined' && seat.standing !== 'left';
}

function isOffice(principal: Principal): boolean {
  return principal.role === 'secretary' || principal.role === 'case-officer';
}

/** Whether the person told still has a seat in this state in the edition's jury. */
function hasSeat(state: 'invited' | 'accepted'): MailRules['stillFor'] {
  return async (db, { recipient, editionId }) => {
    const [seat] = await db.query(
      'select from seat s where s.edition_id = $1 and lower(s.email) = $2 and s.state = $3',
      [editionId, recipient, state],
    );
    return seat !== undefined;
  };
}
