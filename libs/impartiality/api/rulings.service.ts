import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Ground,
  isUnderQuestion,
  mayConfirmRuling,
  mayRule,
  needs,
  phaseAllows,
  type Standing,
} from '@award/award';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type {
  MakeRuling,
  RulingsView,
  RulingView,
  SuggestionView,
} from '@award/impartiality/contract';
import { leads, lockedPanelClass, type PanelClass, type PanelSeat, Seats } from '@award/jury/api';
import { MemberMail } from './member-mail';
import { RulingConfirmation, RulingRow } from './ruling.entity';
import { ENTRY_NAMES, RULINGS_OF_CLASS } from './standing.queries';
import { asStanding, type StandingRow, Standings } from './standings.service';
import { type EntryTiesRow, Suggestions, suggestionsFor } from './suggestions.service';

interface RulingListRow {
  id: string;
  seatId: string;
  memberName: string;
  nominationId: string;
  municipalityName: string;
  ground: Ground | null;
  outcome: 'recused' | 'impartial';
  ruledBy: string;
  ruledByName: string;
  ruledAt: Date;
  confirmedAt: Date | null;
  latest: boolean;
  confirmedBy: string[];
}

/** The panel at one time: who reads it, who sits in it, how each of them stands, what has been ruled. */
interface Scene {
  me: PanelSeat;
  seats: PanelSeat[];
  rows: StandingRow[];
  rulings: RulingListRow[];
}

/** The jury's answers about its own members: provisional by who leads, confirmed by the others. */
@Injectable()
export class Rulings {
  constructor(
    private readonly db: DataSource,
    private readonly seats: Seats,
    private readonly standings: Standings,
    private readonly suggestions: Suggestions,
    private readonly mail: MemberMail,
    private readonly audit: AuditLog,
  ) {}

  async view(principal: Principal): Promise<RulingsView> {
    const scene = await this.scene(this.db, await this.seats.seatOf(this.db, principal));
    return this.viewOf(this.db, scene);
  }

  /** Rules provisionally. It holds at once. Refused when the member already stands so by a ruling. */
  async make(principal: Principal, body: MakeRuling): Promise<RulingsView> {
    return this.db.transaction(async (tx) => {
      const { panel, scene } = await this.locked(tx, principal);
      const concerned = scene.seats.find((seat) => seat.id === body.seatId.toLowerCase());
      const row = scene.rows.find(
        (one) =>
          one.seatId === concerned?.id && one.nominationId === body.nominationId.toLowerCase(),
      );
      if (!concerned || !row) throw new Refused('not-found');
      demand(
        mayRule({
          by: {
            person: scene.me.personId,
            leads: leads(scene.me),
            standing: standingIn(scene, scene.me.id),
          },
          concerned: concerned.personId,
          standing: row.standing,
          outcome: body.outcome,
        }),
      );
      const standsSo = body.outcome === 'recused' ? 'recused' : 'ruled-impartial';
      demand(needs(row.standing !== standsSo, 'nothing-to-rule'));
      const made = await tx.insert(RulingRow, {
        seatId: concerned.id,
        nominationId: row.nominationId,
        editionId: panel.editionId,
        classCode: panel.classCode,
        outcome: body.outcome,
        ruledBy: scene.me.id,
      });
      const id = made.identifiers[0]?.['id'] as string;
      await this.confirmWhenEnough(tx, await this.scene(tx, scene.me), id);
      await this.mail.tell(tx, panel, 'ruling-made', id, [concerned]);
      await this.log(tx, principal, panel, 'ruling:make', id, {
        seat: concerned.id,
        nomination: row.nominationId,
        outcome: body.outcome,
      });
      return this.viewOf(tx, await this.scene(tx, scene.me));
    });
  }

  /** One member's confirmation. With half of those who may take part, the ruling is the jury's. */
  async confirm(principal: Principal, rulingId: string): Promise<RulingsView> {
    return this.db.transaction(async (tx) => {
      const { panel, scene } = await this.locked(tx, principal);
      const ruling = scene.rulings.find((one) => one.id === rulingId);
      if (!ruling) throw new Refused('not-found');
      demand(needs(ruling.seatId !== scene.me.id, 'rules-on-self'));
      demand(needs(!isUnderQuestion(standingIn(scene, scene.me.id)), 'under-question'));
      demand(needs(mayConfirm(scene, ruling), 'nothing-to-rule'));
      await tx.insert(RulingConfirmation, {
        rulingId,
        seatId: scene.me.id,
        editionId: panel.editionId,
        classCode: panel.classCode,
      });
      await this.confirmWhenEnough(tx, await this.scene(tx, scene.me), rulingId);
      await this.log(tx, principal, panel, 'ruling:confirm', rulingId, { seat: scene.me.id });
      return this.viewOf(tx, await this.scene(tx, scene.me));
    });
  }

  private async confirmWhenEnough(
    tx: EntityManager,
    scene: Scene,
    rulingId: string,
  ): Promise<void> {
    const ruling = scene.rulings.find((one) => one.id === rulingId);
    if (!ruling) throw new Refused('not-found');
    const others = entitled(scene, ruling);
    const verdict = mayConfirmRuling({
      concerned: ruling.seatId,
      takingPart: ruling.confirmedBy.filter((id) => others.some((seat) => seat.id === id)),
      seated: others.map((seat) => ({ person: seat.id, standing: standingIn(scene, seat.id) })),
    });
    if (others.length > 0 && !verdict.allowed) return;
    await tx.query(
      'update ruling set confirmed_at = award_now() where id = $1 and confirmed_at is null',
      [rulingId],
    );
  }

  private async locked(
    tx: EntityManager,
    principal: Principal,
  ): Promise<{ panel: PanelClass; scene: Scene }> {
    const { editionId, classCode } = await this.seats.activeSeatOf(tx, principal);
    const panel = await lockedPanelClass(tx, principal, editionId, classCode);
    const me = await this.seats.activeSeatOf(tx, principal);
    demand(phaseAllows(panel.phase, 'rule'));
    return { panel, scene: await this.scene(tx, me) };
  }

  private async scene(db: Pick<EntityManager, 'query'>, me: PanelSeat): Promise<Scene> {
    const place = [me.editionId, me.classCode] as const;
    return {
      me,
      seats: await this.seats.ofClass(db, ...place),
      rows: await this.standings.rows(db, ...place),
      rulings: await db.query(RULINGS_OF_CLASS, [...place]),
    };
  }

  /** A member under question sees what concerns the member's own seat, and nothing of the others. */
  private async viewOf(db: Pick<EntityManager, 'query'>, scene: Scene): Promise<RulingsView> {
    const { me } = scene;
    const free = me.standing === 'active' && !isUnderQuestion(standingIn(scene, me.id));
    const rules = free && leads(me);
    const suggested = rules ? await this.suggestedIn(db, scene) : () => [];
    const names = new Map<string, string>(
      (await db.query(ENTRY_NAMES, [rules ? scene.rows.map((row) => row.nominationId) : []])).map(
        (entry: { id: string; name: string }) => [entry.id, entry.name],
      ),
    );
    const shown = (row: StandingRow) => ({
      seatId: row.seatId,
      memberName: scene.seats.find((seat) => seat.id === row.seatId)?.name ?? '',
      nominationId: row.nominationId,
      municipalityName: names.get(row.nominationId) ?? '',
      suggestions: suggested(row),
      mayRule: row.seatId !== me.id,
    });
    const that = (standing: StandingRow['standing']) =>
      rules ? scene.rows.filter((row) => row.standing === standing) : [];
    return {
      scope: scene.rows[0]?.scope ?? 'class',
      rules,
      awaiting: that('ground-awaiting-ruling').map((row) => ({
        ...shown(row),
        ground: row.questioned ?? 'other',
        declaredAt: row.questionedAt?.toISOString() ?? '',
      })),
      unmentioned: that('clear')
        .map(shown)
        .filter(({ suggestions }) => suggestions.some(({ ground }) => ground !== null)),
      rulings: scene.rulings
        .filter((ruling) => free || ruling.seatId === me.id)
        .map((ruling) => rulingView(scene, ruling, free)),
    };
  }

  /** What the ties of a row's member say about its entry. */
  private async suggestedIn(
    db: Pick<EntityManager, 'query'>,
    { me, seats }: Scene,
  ): Promise<(row: StandingRow) => SuggestionView[]> {
    const people = seats.map(({ personId }) => personId);
    const relations = await this.suggestions.relationsOf(db, people);
    const entries = await this.suggestions.entries(db, me.editionId, me.classCode);
    const year = await this.suggestions.year(db);
    const byId = new Map<string, EntryTiesRow>(entries.map((one) => [one.nominationId, one]));
    return (row) => {
      const entry = byId.get(row.nominationId);
      const person = seats.find(({ id }) => id === row.seatId)?.personId;
      const own = relations.filter(({ personId }) => personId === person);
      return entry ? suggestionsFor(own, entry, year) : [];
    };
  }

  private async log(
    tx: EntityManager,
    principal: Principal,
    panel: PanelClass,
    act: string,
    rulingId: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.write(tx, {
      principal,
      act,
      subjectType: 'ruling',
      subjectId: rulingId,
      editionId: panel.editionId,
      facts: { classCode: panel.classCode, ...facts },
    });
  }
}

function rulingView(scene: Scene, ruling: RulingListRow, free: boolean): RulingView {
  return {
    id: ruling.id,
    seatId: ruling.seatId,
    memberName: ruling.memberName,
    nominationId: ruling.nominationId,
    municipalityName: ruling.municipalityName,
    ground: ruling.ground,
    outcome: ruling.outcome,
    ruledByName: ruling.ruledByName,
    ruledAt: ruling.ruledAt.toISOString(),
    confirmedAt: ruling.confirmedAt?.toISOString() ?? null,
    confirmations: ruling.confirmedBy.length,
    needed: Math.ceil(entitled(scene, ruling).length / 2),
    mayConfirm: free && mayConfirm(scene, ruling),
  };
}

/** Whether the reader's confirmation is wanted: the latest of its kind, not confirmed, not given before. */
function mayConfirm(scene: Scene, ruling: RulingListRow): boolean {
  return (
    ruling.latest &&
    ruling.confirmedAt === null &&
    !ruling.confirmedBy.includes(scene.me.id) &&
    entitled(scene, ruling).some((seat) => seat.id === scene.me.id)
  );
}

/** Who confirms: the active members who are not under question, without the one concerned and who ruled. */
function entitled(scene: Scene, ruling: RulingListRow): PanelSeat[] {
  return scene.seats.filter(
    (seat) =>
      seat.standing === 'active' &&
      seat.id !== ruling.seatId &&
      seat.id !== ruling.ruledBy &&
      !isUnderQuestion(standingIn(scene, seat.id)),
  );
}

function standingIn(scene: Scene, seatId: string): Standing {
  return asStanding(scene.rows.filter((row) => row.seatId === seatId));
}
