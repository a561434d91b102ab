import { Injectable } from '@nestjs/common';
import { Municipalities, outlineOf } from '@award/municipalities/api';
import type { MunicipalityHistory, SuccessionView } from '@award/municipalities/contract';
import type {
  MunicipalitiesPageView,
  MunicipalityPageView,
  MunicipalityPassing,
  MunicipalityResult,
} from '@award/publication/contract';
import { imageViews } from './images/image-views';
import { jobsOf } from './municipality-jobs';
import {
  type EditionRow,
  type EntryRow,
  PUBLIC_EDITIONS,
  RELEASED_OF_MUNICIPALITIES,
} from './public.queries';
import { inLanguage, type Language } from './public-language';
import { PublicDatabase } from './public-database';

const ALL = 400;

/** The register as the public reads it, with what has been told of each municipality over the years. */
@Injectable()
export class MunicipalityPages {
  constructor(
    private readonly db: PublicDatabase,
    private readonly municipalities: Municipalities,
  ) {}

  async list(search: string): Promise<MunicipalitiesPageView> {
    const { municipalities } = await this.municipalities.search(this.db, {
      text: search,
      limit: ALL,
    });
    const counties = new Map<string, MunicipalitiesPageView['counties'][number]>();
    for (const { countyNumber, countyName, number, name, population } of municipalities) {
      const county = counties.get(countyNumber) ?? {
        number: countyNumber,
        name: countyName,
        municipalities: [],
      };
      county.municipalities.push({ number, name, population: population?.count ?? null });
      counties.set(countyNumber, county);
    }
    const norwegian = new Intl.Collator('nb');
    const dates = municipalities.flatMap(({ population }) => population?.date ?? []);
    return {
      kind: 'municipalities',
      search,
      populationDate: dates.sort().at(-1) ?? null,
      total: municipalities.length,
      counties: [...counties.values()]
        .sort((one, other) => norwegian.compare(one.name, other.name))
        .map((county) => ({
          ...county,
          municipalities: county.municipalities.sort((one, other) =>
            norwegian.compare(one.name, other.name),
          ),
        })),
    };
  }

  /** The municipality that has, or last had, the number; null when none ever did. */
  async one(number: string, language: Language): Promise<MunicipalityPageView | null> {
    const history = await this.municipalities.history(this.db, number);
    if (history === null) return null;
    const { municipality, versions } = history;
    const numberNow = history.endedOn === null ? (versions.at(-1)?.number ?? null) : null;
    return {
      kind: 'municipality',
      number: municipality.number,
      name: municipality.name,
      county: municipality.countyName,
      movedTo: history.redirectTo === null ? null : `/kommuner/${history.redirectTo}`,
      samiName: municipality.samiName,
      organisationNumber: history.organisationNumber,
      writtenForm: municipality.writtenForm,
      invented: municipality.invented,
      outline: outlineOf(numberNow),
      endedOn: history.endedOn,
      periods: versions.map((version) => ({
        number: version.number,
        name: version.name,
        county: version.countyName,
        from: version.validFrom,
        to: version.validTo,
      })),
      passings: passingsOf(history),
      populations: history.populations.map(({ date, count, source }) => ({
        on: date,
        count,
        source,
      })),
      jobs: await jobsOf(this.db, municipality.id),
      results: await this.results(history, language),
    };
  }

  /** Its own results, and those of the municipalities that went whole into it, or that it was made anew after. */
  private async results(
    { municipality, before }: MunicipalityHistory,
    language: Language,
  ): Promise<MunicipalityResult[]> {
    const inherited = before
      .filter(({ kind }) => kind === 'merged' || kind === 're-established')
      .map(({ municipalityId }) => municipalityId);
    const rows: EntryRow[] = await this.db.query(RELEASED_OF_MUNICIPALITIES, [
      [municipality.id, ...inherited],
    ]);
    if (rows.length === 0) return [];
    const editions: EditionRow[] = await this.db.query(PUBLIC_EDITIONS);
    return editions.flatMap((edition) =>
      rows
        .filter(({ editionId }) => editionId === edition.id)
        .map((row) => ({
          year: edition.year,
          classCode: row.classCode,
          className: inLanguage(
            edition.classes.find(({ code }) => code === row.classCode)?.name ?? {},
            language,
          ),
          winner: row.winner,
          sample: edition.sample,
          name: row.name,
          number: row.number,
          inherited: row.municipalityId !== municipality.id,
          images: row.textHidden ? [] : imageViews(row.images),
        })),
    );
  }
}

function passingsOf({ before, after }: MunicipalityHistory): MunicipalityPassing[] {
  const passing = (direction: MunicipalityPassing['direction']) => (one: SuccessionView) => ({
    direction,
    kind: one.kind,
    on: one.date,
    number: one.number,
    name: one.name,
  });
  return [...before.map(passing('from')), ...after.map(passing('to'))].sort((one, other) =>
    one.on < other.on ? -1 : 1,
  );
}
