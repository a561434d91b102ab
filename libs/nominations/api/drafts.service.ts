import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  mayNomination,
  mayStartNomination,
  type NominationContent,
  type NominationForm,
  notAskedFor,
  wholeContent,
} from '@award/award';
import { type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type {
  MyEntryView,
  SaveDraft,
  SavedView,
  VersionPage,
  VersionView,
} from '@award/nominations/contract';
import { CallDeadline } from './call-deadline.service';
import { cleanContent } from './clean-content';
import { canonicalJson } from './content-hash';
import { demandOwn, forMunicipality, type MunicipalityPrincipal } from './municipality-principal';
import { demandListedFiles } from './listed-files';
import { myEntryView } from './my-entry.view';
import {
  actorOf,
  dueOf,
  type LockedNomination,
  lockForWriting,
  receivedNow,
  situationOf,
} from './nomination-rows';
import { addVersion, VERSION, VERSIONS } from './nomination-versions';
import { MUNICIPALITY_NAMES, MY_ENTRY, type MyEntryRow } from './nominations.queries';
import { Nomination } from './nomination.entity';
import { staleSave } from './stale-save';

const VERSIONS_AT_A_TIME = 50;

/** The municipality's own entry: reading it, beginning it, and saving it as it is written. */
@Injectable()
export class Drafts {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
    private readonly clock: CallDeadline,
  ) {}

  async mine(principal: Principal): Promise<MyEntryView> {
    const acting = forMunicipality(principal);
    const row = await this.currentRow(acting);
    const ids = row.entry === null ? [] : wholeContent(row.entry.content).neighbours;
    const neighbours =
      ids.length === 0 ? [] : await this.db.query(MUNICIPALITY_NAMES, [ids, row.referenceDate]);
    return myEntryView(row, actorOf(principal), neighbours);
  }

  /** Begins the municipality's entry; answers with the one that is there when somebody was first. */
  async start(principal: Principal): Promise<MyEntryView> {
    const acting = forMunicipality(principal);
    const receivedAt = await receivedNow(this.db);
    await this.db.transaction(async (tx) => {
      const { entry, ...row } = await this.read(tx, acting);
      if (entry !== null && entry.state !== 'withdrawn') return;
      if (row.opensAt === null || row.deadline === null) throw new Refused('before-opening');
      const { phase, opensAt, deadline } = row;
      const verdict = mayStartNomination({
        actor: actorOf(principal),
        phase,
        opensAt,
        deadline,
        receivedAt,
        existing: [],
      });
      if (!verdict.allowed) {
        throw new Refused(verdict.reason, times(verdict.reason, receivedAt, deadline));
      }
      const [made] = await tx.query(
        `insert into nomination (edition_id, municipality_id, content, written_form, created_by, updated_by)
         values ($1, $2, $3, $4, $5, $5)
         on conflict (edition_id, municipality_id) where state <> 'withdrawn' do nothing returning id`,
        [
          acting.editionId,
          acting.municipalityId,
          JSON.stringify(wholeContent({})),
          row.registerWrittenForm === 'nn' ? 'nn' : 'nb',
          acting.personId,
        ],
      );
      if (!made) return;
      await this.log.write(tx, {
        principal,
        act: 'nomination:start',
        subjectType: 'nomination',
        subjectId: made.id,
        editionId: acting.editionId,
        facts: { municipalityId: acting.municipalityId },
      });
    });
    return this.mine(principal);
  }

  /**
   * Saves what has been written upon `lockVersion`. A save upon anything else is refused with
   * `stale-save` and what stands on the server; the same text once more changes nothing.
   */
  async save(principal: Principal, id: string, body: SaveDraft, key: string): Promise<SavedView> {
    const receivedAt = await receivedNow(this.db);
    const content = cleanContent(body.content);
    return this.db.transaction(async (tx) => {
      const acting = await demandOwn(tx, principal, id);
      return this.keys.once(tx, principal, key, [id, body], async () => {
        const row = await lockForWriting(tx, id);
        const verdict = mayNomination('write', situationOf(row, actorOf(principal), receivedAt));
        if (!verdict.allowed) {
          throw new Refused(verdict.reason, times(verdict.reason, receivedAt, dueOf(row, false)));
        }
        if (sameText(row, content, body)) return savedView(row.lockVersion, row.updatedAt);
        if (row.lockVersion !== body.lockVersion) throw await staleSave(tx, row);
        if (![body.writtenForm, 'neutral', null].includes(row.registerWrittenForm)) {
          throw refusedField('writtenForm', 'unknown');
        }
        demandAskedFor(content, row.form);
        await this.demandNeighbours(tx, acting, content);
        await demandListedFiles(tx, id, content.attachments);
        return this.keep(tx, principal, row, content, body);
      });
    });
  }

  async versions(principal: Principal, id: string, before: number | null): Promise<VersionPage> {
    await demandOwn(this.db, principal, id);
    const rows = await this.db.query(VERSIONS, [id, before, VERSIONS_AT_A_TIME + 1]);
    const shown = rows.slice(0, VERSIONS_AT_A_TIME);
    return {
      rows: shown.map(versionRow),
      before: rows.length > VERSIONS_AT_A_TIME ? shown.at(-1).number : null,
    };
  }

  async version(principal: Principal, id: string, number: number): Promise<VersionView> {
    await demandOwn(this.db, principal, id);
    const [row] = await this.db.query(VERSION, [id, number]);
    if (!row) throw new Refused('not-found');
    return { ...versionRow(row), content: wholeContent(row.content) };
  }

  /** Reads once more when the clock has passed something since the last sweep. */
  private async currentRow(acting: MunicipalityPrincipal): Promise<MyEntryRow> {
    const row = await this.read(this.db, acting);
    if (!clockIsDue(row)) return row;
    await this.clock.pass(row.editionId);
    return this.read(this.db, acting);
  }

  private async read(
    db: DataSource | EntityManager,
    { editionId, municipalityId }: MunicipalityPrincipal,
  ): Promise<MyEntryRow> {
    const [row] = await db.query(MY_ENTRY, [editionId, municipalityId]);
    if (!row) throw new Refused('unknown-municipality');
    return row;
  }

  private async keep(
    tx: EntityManager,
    principal: Principal,
    row: LockedNomination,
    content: NominationContent,
    { writtenForm }: SaveDraft,
  ): Promise<SavedView> {
    const version = await addVersion(tx, row.id, 'save', content, principal.personId);
    const lockVersion = row.lockVersion + 1;
    const updated = await tx.update(
      Nomination,
      { id: row.id, lockVersion: row.lockVersion, state: row.state },
      {
        content,
        writtenForm,
        lockVersion,
        updatedBy: principal.personId,
        updatedAt: version.savedAt,
      },
    );
    if (updated.affected !== 1) throw new Refused('stale-save');
    if (version.newSitting) {
      await this.log.write(tx, {
        principal,
        act: 'nomination:write',
        subjectType: 'nomination',
        subjectId: row.id,
        editionId: row.editionId,
        facts: { version: version.number },
      });
    }
    return savedView(lockVersion, version.savedAt);
  }

  private async demandNeighbours(
    tx: EntityManager,
    { municipalityId }: MunicipalityPrincipal,
    { neighbours }: NominationContent,
  ): Promise<void> {
    if (neighbours.length === 0) return;
    const known: { id: string }[] = await tx.query(
      'select id from municipality where id = any($1) and id <> $2',
      [neighbours, municipalityId],
    );
    const ids = new Set(known.map(({ id }) => id));
    const place = neighbours.findIndex((id) => !ids.has(id.toLowerCase()));
    if (place >= 0) throw refusedField(`content.neighbours.${place}`, 'unknown');
  }
}

function sameText(row: LockedNomination, content: NominationContent, body: SaveDraft): boolean {
  return (
    row.writtenForm === body.writtenForm && canonicalJson(row.content) === canonicalJson(content)
  );
}

function clockIsDue({ now, deadline, phase, entry }: MyEntryRow): boolean {
  if (deadline === null || now <= deadline) return false;
  return phase === 'open' || (entry !== null && ['tipped', 'draft', 'held'].includes(entry.state));
}

function times(reason: string, receivedAt: Date, deadline: Date) {
  return reason === 'past-deadline'
    ? { receivedAt: receivedAt.toISOString(), deadline: deadline.toISOString() }
    : {};
}

/** What the form does not ask has no place on any page: it is refused rather than kept unseen. */
function demandAskedFor(content: NominationContent, form: NominationForm): void {
  const fields = notAskedFor(content, form).map((path) => ({
    path: `content.${path}`,
    reason: 'not-asked',
  }));
  if (fields.length > 0) throw new Refused('bad-input', { fields });
}

function refusedField(path: string, reason: string): Refused {
  return new Refused('bad-input', { fields: [{ path, reason }] });
}

function savedView(lockVersion: number, savedAt: Date): SavedView {
  return { lockVersion, savedAt: savedAt.toISOString() };
}

function versionRow(row: VersionRowColumns) {
  const { number, kind, savedAt, savedBy, sha256 } = row;
  return { number, kind, savedAt: savedAt.toISOString(), savedBy, sha256 };
}

interface VersionRowColumns {
  number: number;
  kind: 'save' | 'submitted';
  savedAt: Date;
  savedBy: string | null;
  sha256: string;
}
