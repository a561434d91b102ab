import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import {
  maySaveReleaseText,
  phaseAllows,
  type ReleaseText,
  type ReleaseTextSituation,
} from '@award/award';
import { demandReach } from '@award/editions/api';
import { contentHash } from '@award/nominations/api';
import type { ReleaseTextView, SaveReleaseText } from '@award/publication/contract';
import { suggestedText } from '../press/press-texts';
import { decidedIn } from '../releases.queries';
import { type DecidedEdition, reasonOf, scopesOf } from '../sealed-payload';
import { NO_WORDS, type TextStanding, textStanding, textVersions } from './release-text.queries';

/** The same lock as for every act on a release of the edition. */
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1::text, 7))';

/** Writing what is sent out with a result. Every save is a version; what is sealed is left alone. */
@Injectable()
export class ReleaseTexts {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditLog,
  ) {}

  async view(principal: Principal, editionId: string, scope: string): Promise<ReleaseTextView> {
    const edition = await this.editionOf(this.db, principal, editionId, scope);
    const standing = await textStanding(this.db, editionId, scope);
    const versions = await textVersions(this.db, editionId, scope);
    const [newest] = versions;
    const version = newest?.version ?? 0;
    const situation = situationOf(edition, standing, version, version);
    const { language } = principal;
    const one = edition.classes.find(({ code }) => code === scope);
    return {
      editionId,
      year: edition.year,
      name: edition.name[language] || edition.name.nb,
      sample: edition.sample,
      kind: one ? 'winners' : 'finalists',
      scope,
      className: one ? one.name[language] || one.name.nb : null,
      save: reasonOf(maySaveReleaseText(NO_WORDS, situation)),
      released: standing.released,
      version,
      words: newest?.words ?? NO_WORDS,
      suggested: suggestedText(edition, scope, standing.entries),
      versions: versions.map(({ savedAt, ...saved }) => ({
        ...saved,
        savedAt: savedAt.toISOString(),
      })),
    };
  }

  /** Saves a new version. The same words once more are no new version. */
  async save(
    principal: Principal,
    editionId: string,
    scope: string,
    { seen, nb, nn, en }: SaveReleaseText,
  ): Promise<ReleaseTextView> {
    const words: ReleaseText = { nb, nn, en };
    await this.db.transaction(async (tx) => {
      await tx.query(LOCK, [editionId]);
      const edition = await this.editionOf(tx, principal, editionId, scope);
      const newest = edition.texts.find((text) => text.scope === scope);
      if (newest && contentHash(newest.words) === contentHash(words)) return;
      const standing = await textStanding(tx, editionId, scope);
      demand(maySaveReleaseText(words, situationOf(edition, standing, newest?.version ?? 0, seen)));
      await tx.query(
        'insert into release_text (edition_id, scope, version, words, saved_by) values ($1, $2, $3, $4, $5)',
        [editionId, scope, seen + 1, JSON.stringify(words), principal.personId],
      );
      await this.audit.write(tx, {
        principal,
        act: 'release:write-text',
        subjectType: 'edition',
        subjectId: editionId,
        editionId,
        facts: { scope, version: seen + 1, sha256: contentHash(words) },
      });
    });
    return this.view(principal, editionId, scope);
  }

  /** The edition, for whoever may know of every class that the scope tells of. */
  private async editionOf(
    db: Pick<EntityManager, 'query'>,
    principal: Principal,
    editionId: string,
    scope: string,
  ): Promise<DecidedEdition> {
    demandReach(principal, editionId);
    const edition = await decidedIn(db, editionId);
    if (edition === null || !scopesOf(edition.classes).includes(scope))
      throw new Refused('not-found');
    for (const { code } of edition.classes)
      if (scope === 'all' || scope === code) demandReach(principal, editionId, code);
    return edition;
  }
}

function situationOf(
  { phase }: DecidedEdition,
  { sealed, released }: TextStanding,
  current: number,
  seen: number,
): ReleaseTextSituation {
  const right = released ? 'correctRelease' : 'prepareRelease';
  return { phase: phaseAllows(phase, right).allowed, sealed, current, seen };
}
