import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { mayRelease } from '@award/award';
import { demandReach } from '@award/editions/api';
import { outlineOf } from '@award/municipalities/api';
import { contentHash } from '@award/nominations/api';
import type {
  ControlStage,
  StageClass,
  StageControlView,
  StageStep,
  StageView,
} from '@award/publication/contract';
import { decidedIn, type RecordRow, recordsOf } from './releases.queries';
import { type DecidedClass, type DecidedEdition, payloadOf, reasonOf } from './sealed-payload';

const START: StageControlView = { step: 0, blank: false, held: false, sequence: 0 };

/**
 * The run of show for the hall. A winner's name is handed to the stage only when its record is sealed,
 * armed by two and not stopped, so that the screen can go on without the network and never knows early.
 */
@Injectable()
export class Stage {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditLog,
  ) {}

  async show(principal: Principal, editionId: string): Promise<StageView> {
    demandReach(principal, editionId);
    const [edition, records, control] = await Promise.all([
      decidedIn(this.db, editionId),
      recordsOf(this.db, editionId),
      this.control(editionId),
    ]);
    if (edition === null) throw new Refused('not-found');
    const finalistsReleased = records.some(
      ({ kind, release }) => kind === 'finalists' && release !== null,
    );
    const { language } = principal;
    const classes = edition.classes.map((one) => {
      const record = records.find(({ scope }) => scope === one.code) ?? null;
      return {
        decided: one,
        record,
        shown: stageClass(edition, one, record, { finalistsReleased, language }),
      };
    });
    const steps: StageStep[] = classes.flatMap(({ decided, record, shown }) => [
      { kind: 'class', classCode: decided.code },
      { kind: 'finalists', classCode: decided.code },
      {
        kind: 'silence',
        classCode: decided.code,
        stageTexts: shown.notReady === null ? stageTexts(decided) : [],
      },
      {
        kind: 'reveal',
        classCode: decided.code,
        winners: shown.notReady === null ? winnersOf(decided) : [],
        recordId: record?.id ?? null,
      },
    ]);
    return {
      edition: {
        id: edition.id,
        year: edition.year,
        name: edition.name[language] || edition.name.nb,
        sample: edition.sample,
      },
      classes: classes.map(({ shown }) => shown),
      steps: [{ kind: 'title' }, ...steps, { kind: 'end', winners: endOf(classes) }],
      control,
      finalistsReleased,
    };
  }

  /** Where the screens are, for a screen that asks again. */
  where(principal: Principal, editionId: string): Promise<StageControlView> {
    demandReach(principal, editionId);
    return this.control(editionId);
  }

  private async control(editionId: string): Promise<StageControlView> {
    const [row] = await this.db.query(
      'select step, blank, held, sequence from stage_control where edition_id = $1',
      [editionId],
    );
    return row ?? START;
  }

  /** Where the screens are. The last who presses decides; the log keeps holds and releases of a hold. */
  async move(
    principal: Principal,
    editionId: string,
    { step, blank, held }: ControlStage,
  ): Promise<StageControlView> {
    demandReach(principal, editionId);
    return this.db.transaction(async (tx) => {
      const [known] = await tx.query('select id from edition where id = $1', [editionId]);
      if (!known) throw new Refused('not-found');
      const [before] = await tx.query(
        'select held from stage_control where edition_id = $1 for update',
        [editionId],
      );
      const [after]: StageControlView[] = await tx.query(
        `insert into stage_control (edition_id, step, blank, held, sequence, changed_by) values ($1, $2, $3, $4, 1, $5)
         on conflict (edition_id) do update set step = $2, blank = $3, held = $4,
           sequence = stage_control.sequence + 1, changed_by = $5, changed_at = award_now()
         returning step, blank, held, sequence`,
        [editionId, step, blank, held, principal.personId],
      );
      if (after === undefined) throw new Refused('failed');
      if (Boolean(before?.held) !== held) {
        await this.audit.write(tx, {
          principal,
          act: held ? 'stage:hold' : 'stage:resume',
          subjectType: 'edition',
          subjectId: editionId,
          editionId,
          facts: { step },
        });
      }
      return after;
    });
  }
}

function stageClass(
  edition: DecidedEdition,
  one: DecidedClass,
  record: RecordRow | null,
  told: { finalistsReleased: boolean; language: Principal['language'] },
): StageClass {
  const payload = payloadOf(edition, one.code);
  const asDecided = payload.allowed && contentHash(payload.payload) === record?.sha256;
  const released = Boolean(record?.release);
  const verdict = mayRelease(
    {
      at: edition.now,
      sealed: record !== null && asDecided,
      armedBy: record?.keys.map(({ personId }) => personId) ?? [],
      releaseAt: record?.releaseAt ?? null,
      released: false,
      stopped: (record?.stoppedAt ?? null) !== null,
    },
    'press',
  );
  return {
    code: one.code,
    name: one.name[told.language] || one.name.nb,
    finalists: told.finalistsReleased
      ? one.finalists.map(({ municipality, county, number }) => ({
          name: municipality,
          county,
          outline: outlineOf(number),
        }))
      : [],
    notReady: released ? null : reasonOf(verdict),
    released,
  };
}

function winnersOf({ winners }: DecidedClass): string[] {
  return winners.map(({ municipality }) => municipality);
}

function stageTexts({ winners }: DecidedClass): string[] {
  return winners.flatMap(({ stageText }) => stageText || []);
}

function endOf(
  classes: readonly { decided: DecidedClass; shown: StageClass }[],
): { classCode: string; names: string[] }[] {
  return classes
    .filter(({ shown }) => shown.notReady === null)
    .map(({ decided }) => ({ classCode: decided.code, names: winnersOf(decided) }));
}
