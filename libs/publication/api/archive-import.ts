/**
 * Carries the known results of earlier editions into the archive, through rows of the same shape as
 * those that an edition of our own leaves: entries, decisions as published, releases. Facts only;
 * what is not known gets no row. A second run adds what is missing and changes nothing.
 */
import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog } from '@award/audit/api';
import { DEFAULT_CLASSES, instantInOslo, sizeClassOf } from '@award/award';
import { Municipalities } from '@award/municipalities/api';
import { type EarlierResult, parseEarlierEditions } from './archive-data/earlier-editions';

const NAME = {
  nb: 'Årets vertskommune for næringsutvikling',
  nn: 'Årets vertskommune for næringsutvikling',
  en: 'Host Municipality of the Year for Business Development',
};
const CLASS_NAMES: Record<string, object> = {
  small: { nb: 'Små kommuner', nn: 'Små kommunar', en: 'Small municipalities' },
  large: { nb: 'Store kommuner', nn: 'Store kommunar', en: 'Large municipalities' },
};
const POPULATION_SOURCE = 'Statistisk sentralbyrå, tabell 07459';
const REASON = 'Gjengitt slik resultatet er offentliggjort';

interface ArchivedEntry extends EarlierResult {
  nominationId: string;
}

/** What a run added. */
export interface ArchiveOutcome {
  editions: number;
  entries: number;
  releases: number;
}

@Injectable()
export class ArchiveImport {
  constructor(
    private readonly db: DataSource,
    private readonly municipalities: Municipalities,
    private readonly audit: AuditLog,
  ) {}

  /** The results that are shipped with the program. */
  shipped(): EarlierResult[] {
    return parseEarlierEditions(
      readFileSync(new URL('./archive-data/earlier-editions.csv', import.meta.url), 'utf8'),
    );
  }

  /** Adds what the archive does not hold. The register must have been imported. */
  async run(results: readonly EarlierResult[] = this.shipped()): Promise<ArchiveOutcome> {
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(730300)');
      const outcome: ArchiveOutcome = { editions: 0, entries: 0, releases: 0 };
      const years = [...new Set(results.map(({ edition }) => edition))].sort();
      for (const year of years) {
        await this.edition(
          tx,
          year,
          results.filter(({ edition }) => edition === year),
          outcome,
        );
      }
      if (outcome.editions + outcome.entries + outcome.releases > 0) {
        await this.audit.write(tx, {
          principal: null,
          act: 'archive:import',
          subjectType: 'archive',
          subjectId: null,
          editionId: null,
          facts: { ...outcome, years },
        });
      }
      return outcome;
    });
  }

  private async edition(
    tx: EntityManager,
    year: number,
    results: readonly EarlierResult[],
    outcome: ArchiveOutcome,
  ): Promise<void> {
    const ceremony = results[0]?.ceremonyDate ?? null;
    const at = ceremony === null ? null : instantInOslo(ceremony, 12);
    const made: unknown[] = await tx.query(
      `insert into edition (year, name, phase, as_published, reference_date, announcement_at)
       values ($1, $2, 'archived', true, $3, $4) on conflict (year) do nothing returning id`,
      [year, JSON.stringify(NAME), `${year}-01-01`, at],
    );
    outcome.editions += made.length;
    const [edition] = await tx.query(
      'select id from edition where year = $1 and as_published for update',
      [year],
    );
    if (!edition) return;
    for (const [place, { code, minPopulation, maxPopulation }] of DEFAULT_CLASSES.entries()) {
      await tx.query(
        `insert into edition_class (edition_id, code, position, name, min_population, max_population, stage)
         values ($1, $2, $3, $4, $5, $6, 'winner-sealed') on conflict (edition_id, code) do nothing`,
        [
          edition.id,
          code,
          place + 1,
          JSON.stringify(CLASS_NAMES[code]),
          minPopulation,
          maxPopulation,
        ],
      );
    }
    const entries: ArchivedEntry[] = [];
    for (const result of results)
      entries.push({ ...result, nominationId: await this.entry(tx, edition.id, result, outcome) });
    await this.results(tx, edition.id, at, entries, outcome);
  }

  /** The entry of a finalist, in the class that its population at the time says. */
  private async entry(
    tx: EntityManager,
    editionId: string,
    result: EarlierResult,
    outcome: ArchiveOutcome,
  ): Promise<string> {
    const date = `${result.edition}-01-01`;
    const municipality = await this.municipalities.byNumber(tx, result.municipalityNumber, date);
    if (municipality === null)
      throw new Error(
        `${result.edition}: no municipality had the number ${result.municipalityNumber}`,
      );
    const counted = await this.municipalities.populationAt(tx, municipality.id, date);
    const population = counted?.count ?? result.population;
    const sizeClass = sizeClassOf(population, DEFAULT_CLASSES)?.code;
    if (sizeClass !== result.sizeClass)
      throw new Error(`${result.edition}: ${municipality.name} had ${population} residents`);
    const made: { id: string }[] = await tx.query(
      `insert into nomination (edition_id, municipality_id, class_code, state, population, population_date, population_source)
       values ($1, $2, $3, 'assessed', $4, $5, $6)
       on conflict (edition_id, municipality_id) where state <> 'withdrawn' do nothing returning id`,
      [
        editionId,
        municipality.id,
        sizeClass,
        population,
        date,
        counted?.source ?? POPULATION_SOURCE,
      ],
    );
    outcome.entries += made.length;
    if (made[0]) return made[0].id;
    const [known] = await tx.query(
      `select id from nomination where edition_id = $1 and municipality_id = $2 and state <> 'withdrawn'`,
      [editionId, municipality.id],
    );
    return known.id;
  }

  private async results(
    tx: EntityManager,
    editionId: string,
    at: Date | null,
    entries: readonly ArchivedEntry[],
    outcome: ArchiveOutcome,
  ): Promise<void> {
    const finalists = await this.release(tx, editionId, 'finalists', 'all', at);
    for (const { code } of DEFAULT_CLASSES) {
      const ofClass = entries.filter(({ sizeClass }) => sizeClass === code);
      const decision = await this.decide(tx, editionId, code, ofClass, null);
      await tell(tx, finalists, editionId, ofClass, 'finalist');
      const won = ofClass.filter((entry) => entry.outcome === 'winner');
      if (won.length === 0) continue;
      await this.decide(tx, editionId, code, won, decision);
      const release = await this.release(tx, editionId, 'winners', code, at);
      await tell(tx, release, editionId, won, 'winner');
      outcome.releases += release === null ? 0 : 1;
    }
    outcome.releases += finalists === null ? 0 : 1;
  }

  /** The decision as published; null `finalists` is the decision on finalists itself. */
  private async decide(
    tx: EntityManager,
    editionId: string,
    classCode: string,
    entries: readonly ArchivedEntry[],
    finalists: string | null,
  ): Promise<string> {
    const kind = finalists === null ? 'finalists' : 'winner';
    const [known] = await tx.query(
      'select id from decision where edition_id = $1 and class_code = $2 and kind = $3',
      [editionId, classCode, kind],
    );
    if (known) return known.id;
    const [made] = await tx.query(
      `insert into decision (edition_id, class_code, kind, number, reason, finalists_decision_id, as_published)
       values ($1, $2, $3, $4, $5, $6, true) returning id`,
      [editionId, classCode, kind, entries.length, REASON, finalists],
    );
    for (const [place, { nominationId }] of entries.entries()) {
      await tx.query(
        `insert into decision_entry (decision_id, nomination_id, edition_id, class_code, outcome, position)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          made.id,
          nominationId,
          editionId,
          classCode,
          finalists === null ? 'finalist' : 'winner',
          place + 1,
        ],
      );
    }
    return made.id;
  }

  /** The release's id when it was made now, null when it was there. */
  private async release(
    tx: EntityManager,
    editionId: string,
    kind: 'finalists' | 'winners',
    scope: string,
    at: Date | null,
  ): Promise<string | null> {
    const made: { id: string }[] = await tx.query(
      `insert into release (edition_id, kind, scope, released_at) values ($1, $2, $3, $4)
       on conflict (edition_id, kind, scope, number) do nothing returning id`,
      [editionId, kind, scope, at],
    );
    return made[0]?.id ?? null;
  }
}

async function tell(
  tx: EntityManager,
  releaseId: string | null,
  editionId: string,
  entries: readonly ArchivedEntry[],
  outcome: 'finalist' | 'winner',
): Promise<void> {
  if (releaseId === null) return;
  for (const [place, { nominationId, sizeClass, source }] of entries.entries()) {
    await tx.query(
      `insert into release_entry (release_id, nomination_id, edition_id, class_code, outcome, position, source)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [releaseId, nominationId, editionId, sizeClass, outcome, place + 1, source],
    );
  }
}
