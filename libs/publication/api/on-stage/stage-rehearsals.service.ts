import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import { demandReach } from '@award/editions/api';
import type {
  ControlStage,
  StageControlView,
  StageStep,
  StageView,
} from '@award/publication/contract';
import { decidedIn } from '../releases.queries';
import type { DecidedClass } from '../sealed-payload';
import { captionsOf } from './stage-captions';

/** Names that no municipality has or has had, and a county that says what this is. */
const INVENTED = [
  ['Øvingsby', 'Prøvefjord', 'Testnes'],
  ['Generalvik', 'Øvingsstad', 'Prøvedal'],
];
const COUNTY = 'Øving – ikke ekte';
const STAGE_TEXT =
  'Dette er en øving, og kommunen er oppdiktet. Her leser programlederen begrunnelsen, rolig og tydelig, med pauser der publikum skal få tenke seg om. Så kommer stillheten, og så navnet.';

const CONTROL = `select coalesce(r.step, 0) as step, coalesce(r.blank, false) as blank, coalesce(r.held, false) as held,
  coalesce(c.live_delay, 0) as "liveDelay", c.captions, coalesce(r.sequence, 0) as sequence
  from edition e left join stage_rehearsal r on r.edition_id = e.id left join stage_control c on c.edition_id = e.id where e.id = $1`;

/** The show with invented names, on screens of its own. It reads no decision and can release nothing. */
@Injectable()
export class StageRehearsals {
  constructor(private readonly db: DataSource) {}

  async show(principal: Principal, editionId: string): Promise<StageView> {
    demandReach(principal, editionId);
    const edition = await decidedIn(this.db, editionId);
    if (edition === null) throw new Refused('not-found');
    const { language } = principal;
    const invented = edition.classes.map((one, at): DecidedClass & { names: string[] } => ({
      code: one.code,
      name: one.name,
      stage: 'waiting',
      finalistsDecision: null,
      winnerDecision: null,
      finalists: [],
      winners: [],
      names: INVENTED[at % INVENTED.length] ?? [],
    }));
    const winner = ({ names }: { names: string[] }) => names.slice(0, 1);
    const steps: StageStep[] = [
      { kind: 'title' },
      ...invented.flatMap((one): StageStep[] => [
        { kind: 'class', classCode: one.code },
        { kind: 'finalists', classCode: one.code },
        { kind: 'silence', classCode: one.code, stageTexts: [STAGE_TEXT] },
        { kind: 'reveal', classCode: one.code, winners: winner(one), recordId: null },
      ]),
      {
        kind: 'end',
        winners: invented.map((one) => ({ classCode: one.code, names: winner(one) })),
      },
    ];
    return {
      rehearsal: true,
      edition: {
        id: edition.id,
        year: edition.year,
        name: edition.name[language] || edition.name.nb,
        sample: edition.sample,
      },
      classes: invented.map(({ code, name, names }) => ({
        code,
        name: name[language] || name.nb,
        finalists: names.map((one) => ({ name: one, county: COUNTY, outline: null })),
        notReady: null,
        released: true,
      })),
      steps,
      captions: captionsOf(
        steps,
        { name: edition.name, classes: invented },
        new Map(invented.map(({ code, names }) => [code, names])),
      ),
      control: await this.where(principal, editionId),
      finalistsReleased: true,
    };
  }

  async where(principal: Principal, editionId: string): Promise<StageControlView> {
    demandReach(principal, editionId);
    const [row]: StageControlView[] = await this.db.query(CONTROL, [editionId]);
    if (row === undefined) throw new Refused('not-found');
    return row;
  }

  async move(
    principal: Principal,
    editionId: string,
    { step, blank, held }: ControlStage,
  ): Promise<StageControlView> {
    await this.where(principal, editionId);
    await this.db.query(
      `insert into stage_rehearsal (edition_id, step, blank, held, sequence) values ($1, $2, $3, $4, 1)
       on conflict (edition_id) do update set step = $2, blank = $3, held = $4, sequence = stage_rehearsal.sequence + 1`,
      [editionId, step, blank, held],
    );
    return this.where(principal, editionId);
  }
}
