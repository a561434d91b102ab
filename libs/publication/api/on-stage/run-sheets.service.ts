import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import { mayReadWinnerCard } from '@award/award';
import { demandReach, isDenied } from '@award/editions/api';
import type { RunSheetView, StageFinalistView, StageWinnerCard } from '@award/publication/contract';
import { decidedIn, recordsOf } from '../releases.queries';
import { type DecidedEntry, reasonOf } from '../sealed-payload';
import { standingOf } from '../stage-standing';
import { CLEARED_FOR, planOf } from './stage-plan.queries';
import { finalistView, stageEdition } from './stage-plans.service';

/**
 * What is printed for the show. The card that names a winner is closed until two keys are turned, to
 * everybody whose own name is not on the list of those who know it.
 */
@Injectable()
export class RunSheets {
  constructor(private readonly db: DataSource) {}

  async of(principal: Principal, editionId: string): Promise<RunSheetView> {
    demandReach(principal, editionId);
    const [plan, edition, records, cleared] = await Promise.all([
      planOf(this.db, editionId),
      decidedIn(this.db, editionId),
      recordsOf(this.db, editionId),
      this.db.query(CLEARED_FOR, [editionId, principal.personId]) as Promise<{ code: string }[]>,
    ]);
    if (plan === null || edition === null) throw new Refused('not-found');
    return {
      edition: stageEdition(plan, principal.language),
      announcementAt: plan.announcementAt?.toISOString() ?? null,
      event: { name: plan.event.name ?? '', place: plan.event.place ?? '' },
      classes: plan.classes.map(({ code, name, presenters, note, finalists }) => {
        const record = records.find(({ scope }) => scope === code) ?? null;
        const decided = edition.classes.find((one) => one.code === code);
        const { released, notReady } = standingOf(edition, code, record);
        const open = mayReadWinnerCard({
          released,
          armed: notReady === null,
          cleared: cleared.some((one) => one.code === code),
          denied: isDenied(principal, editionId, code),
        });
        const told = finalists.map(finalistView);
        return {
          code,
          name: name[principal.language] || name.nb,
          presenters,
          note,
          finalists: told,
          winners: open.allowed ? (decided?.winners ?? []).map((one) => card(one, told)) : null,
          closed: reasonOf(open),
        };
      }),
    };
  }
}

function card(
  { nominationId, municipality, county, stageText, writtenForm }: DecidedEntry,
  finalists: readonly StageFinalistView[],
): StageWinnerCard {
  const party = finalists.find((one) => one.nominationId === nominationId)?.party;
  return {
    municipality,
    county,
    said: party?.said ?? '',
    people: party?.people ?? [],
    stageText: stageText ?? '',
    writtenForm: writtenForm ?? 'nb',
  };
}
