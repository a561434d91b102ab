import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { demandReach, isDenied } from '@award/editions/api';
import { outlineOf } from '@award/municipalities/api';
import type {
  ControlStage,
  SetStage,
  StageClass,
  StageControlView,
  StageStep,
  StageView,
} from '@award/publication/contract';
import { decidedIn, type RecordRow, recordsOf } from './releases.queries';
import type { DecidedClass, DecidedEdition } from './sealed-payload';
import { captionsOf } from './on-stage/stage-captions';
import { standingOf } from './stage-standing';

const CONTROL = `select coalesce(c.step, 0) as step, coalesce(c.blank, false) as blank, coalesce(c.held, false) as held,
  coalesce(c.live_delay, 0) as "liveDelay", c.captions, coalesce(c.sequence, 0) as sequence
  from edition e left join stage_control c on c.edition_id = e.id where e.id = $1`;

/**
 * The run of show for the hall. A winner's name is handed to the stage only when its record is sealed,
 * armed by two and not stopped, so that the screen can go on without the network and never knows early. Whoever
 * the class is closed to is not handed it before it is out.
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
        shown: stageClass(edition, one, record, {
          finalistsReleased,
          language,
          denied: isDenied(principal, editionId, one.code),
        }),
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
    const whole: StageStep[] = [
      { kind: 'title' },
      ...steps,
      { kind: 'end', winners: endOf(classes) },
    ];
    return {
      rehearsal: false,
      edition: {
        id: edition.id,
        year: edition.year,
        name: edition.name[language] || edition.name.nb,
        sample: edition.sample,
      },
      classes: classes.map(({ shown }) => shown),
      steps: whole,
      captions: captionsOf(
        whole,
        edition,
        new Map(classes.map(({ shown }) => [shown.code, shown.finalists.map(({ name }) => name)])),
      ),
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
    const [row]: StageControlView[] = await this.db.query(CONTROL, [editionId]);
    if (row === undefined) throw new Refused('not-found');
    return row;
  }

  /** How long the live page waits, and in what language the hall reads along. Takes effect at once. */
  async set(
    principal: Principal,
    editionId: string,
    { liveDelay, captions }: SetStage,
  ): Promise<StageControlView> {
    demandReach(principal, editionId);
    await this.db.transaction(async (tx) => {
      const [known] = await tx.query('select id from edition where id = $1', [editionId]);
      if (!known) throw new Refused('not-found');
      await tx.query(
        `insert into stage_control (edition_id, live_delay, captions, sequence, changed_by) values ($1, $2, $3, 1, $4)
         on conflict (edition_id) do update set live_delay = $2, captions = $3,
           sequence = stage_control.sequence + 1, changed_by = $4, changed_at = award_now()`,
        [editionId, liveDelay, captions ?? null, principal.personId],
      );
      await this.audit.write(tx, {
        principal,
        act: 'stage:set',
        subjectType: 'edition',
        subjectId: editionId,
        editionId,
        facts: { liveDelay, captions: captions ?? null },
      });
    });
    return this.control(editionId);
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
         returning step, blank, held, live_delay as "liveDelay", captions, sequence`,
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
  told: { finalistsReleased: boolean; language: Principal['language']; denied: boolean },
): StageClass {
  const { released, notReady } = standingOf(edition, one.code, record);
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
    notReady: told.denied && !released ? 'recused' : notReady,
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
