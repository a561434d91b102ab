import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type NominationState, type Viewer, whatMaySee } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { Documents, type PdfStandard } from '@award/documents/api';
import { type Db, demandReach } from '@award/editions/api';
import type { Language } from '@award/mail/api';
import { demandOwn, type EntryPdf } from '@award/nominations/api';
import type { DiplomaLine, OutcomeState, OutcomeView } from '@award/publication/contract';
import { diplomaName, diplomaOf } from './diploma';
import { type DiplomaRow, DIPLOMAS, MY_OUTCOME, type OutcomeRow } from './outcome.queries';

/** States in which an entry has been before the jury or is on its way there. */
const TAKES_PART: readonly NominationState[] = [
  'submitted',
  'in-eligibility-check',
  'returned',
  'eligible',
  'in-review',
  'assessed',
];

const OWN: Viewer = { kind: 'municipality', own: true };
/** What else may have been told of an entry tells its municipality nothing of how it went. */
const ELSE_TOLD = {
  inConfidence: false,
  textConsent: false,
  learningBank: false,
  textTakenDown: false,
};

/** How it went, told to those concerned and to nobody before the release; and the diplomas after it. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly db: DataSource,
    private readonly documents: Documents,
  ) {}

  async mine({ editionId, municipalityId }: Principal): Promise<OutcomeView> {
    if (editionId === null || municipalityId === null) throw new Refused('not-permitted');
    const [row]: OutcomeRow[] = await this.db.query(MY_OUTCOME, [editionId, municipalityId]);
    if (!row) throw new Refused('not-found');
    const told = row.finalistsReleased && row.finalist && row.state !== 'withdrawn';
    const state = stateOf(row);
    const answered = state === 'not-finalist' && row.announced && row.feedback !== null;
    return {
      year: row.year,
      editionName: row.editionName,
      state,
      municipality: row.municipality,
      className: row.className,
      announced: row.announced,
      justification: told ? row.justification : null,
      writtenForm: told ? row.writtenForm : answered ? row.feedbackForm : null,
      correctedAt: told ? (row.correctedAt?.toISOString() ?? null) : null,
      prizeWithdrawnAt: told ? (row.prizeWithdrawnAt?.toISOString() ?? null) : null,
      feedback: answered ? row.feedback : null,
      diploma: told && row.announced ? `/api/nominations/${row.nominationId}/diploma` : null,
    };
  }

  /** The diploma of the municipality's own entry. */
  async ownDiploma(
    principal: Principal,
    nominationId: string,
    language: Language | null,
  ): Promise<EntryPdf> {
    const { editionId } = await demandOwn(this.db, principal, nominationId);
    return this.diploma(this.db, editionId, nominationId, 'ua-1', language);
  }

  async diplomas(principal: Principal, editionId: string): Promise<DiplomaLine[]> {
    demandReach(principal, editionId);
    const rows: DiplomaRow[] = await this.db.query(DIPLOMAS, [editionId, null]);
    return rows.map(({ nominationId, municipality, county, classCode, className, winner }) => ({
      nominationId,
      municipality,
      county,
      classCode,
      className,
      winner,
      diploma: `/api/editions/${editionId}/diplomas/${nominationId}`,
    }));
  }

  async diplomaOf(
    principal: Principal,
    editionId: string,
    nominationId: string,
    language: Language | null,
  ): Promise<EntryPdf> {
    demandReach(principal, editionId);
    return this.diploma(this.db, editionId, nominationId, 'ua-1', language);
  }

  /** Every diploma of an edition to keep: for the archive's own command. */
  async forArchive(db: Db, editionId: string): Promise<(EntryPdf & { nominationId: string })[]> {
    const rows: DiplomaRow[] = await db.query(DIPLOMAS, [editionId, null]);
    const made: (EntryPdf & { nominationId: string })[] = [];
    for (const { nominationId } of rows)
      made.push({
        nominationId,
        ...(await this.diploma(db, editionId, nominationId, 'a-2a', null)),
      });
    return made;
  }

  private async diploma(
    db: Db,
    editionId: string,
    nominationId: string,
    standard: PdfStandard,
    wanted: Language | null,
  ): Promise<EntryPdf> {
    const [row]: DiplomaRow[] = await db.query(DIPLOMAS, [editionId, nominationId]);
    if (!row) throw new Refused('not-found');
    const language = wanted ?? row.writtenForm;
    const made = row.announcedAt ?? new Date(`${row.year}-01-01T00:00:00Z`);
    const pdf = await this.documents.pdf(diplomaOf(row, language), standard, made);
    return { pdf, name: diplomaName(row, language) };
  }
}

function stateOf({
  state,
  stage,
  finalistsReleased,
  announced,
  finalist,
  winner,
}: OutcomeRow): OutcomeState {
  if (state === null || stage === null || !TAKES_PART.includes(state)) return 'not-in-competition';
  const seen = whatMaySee(OWN, {
    state,
    stage,
    decided: { finalists: finalistsReleased, finalist, winners: announced, winner },
    told: { ...ELSE_TOLD, finalists: finalistsReleased, winners: announced },
  });
  if (seen.finalist === 'unknown') return 'waiting';
  if (seen.finalist === 'no') return 'not-finalist';
  return seen.winner === 'yes' ? 'winner' : 'finalist';
}
