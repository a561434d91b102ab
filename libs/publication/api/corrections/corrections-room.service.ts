import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import {
  type KeyGrant,
  keysApart,
  may,
  mayArm,
  mayRelease,
  needs,
  no,
  type Permission,
  phaseAllows,
  type Refusal,
  type Verdict,
} from '@award/award';
import { demandReach, isDenied } from '@award/editions/api';
import { contentHash } from '@award/nominations/api';
import type {
  CorrectableClass,
  CorrectionAct,
  CorrectionsView,
  CorrectionView,
} from '@award/publication/contract';
import { decidedIn, keyGrants } from '../releases.queries';
import { type DecidedEdition, reasonOf } from '../sealed-payload';
import { textForCorrection } from '../release-text/release-text.queries';
import { correctedPayload, type StandingText, type WrittenTexts } from './corrected-payload';
import {
  correctionsOf,
  type CorrectionState,
  requestsOf,
  sealedTexts,
  standingRelease,
  type StandingRelease,
  toldEntries,
} from './corrections.queries';

interface Situation {
  principal: Principal;
  edition: DecidedEdition;
  standing: ReadonlyMap<string, StandingRelease>;
  texts: ReadonlyMap<string, StandingText[]>;
  written: ReadonlyMap<string, WrittenTexts>;
  grants: KeyGrant[];
}

/** What is being corrected and what can be, as the release room shows it. */
@Injectable()
export class CorrectionsRoom {
  constructor(private readonly db: DataSource) {}

  async of(principal: Principal, editionId: string): Promise<CorrectionsView> {
    demandReach(principal, editionId);
    const edition = await decidedIn(this.db, editionId);
    if (edition === null) throw new Refused('not-found');
    const codes = edition.classes.map(({ code }) => code);
    const standing = new Map<string, StandingRelease>();
    for (const scope of ['all', ...codes]) {
      const release = await standingRelease(this.db, editionId, scope);
      if (release) standing.set(scope, release);
    }
    const texts = new Map<string, StandingText[]>();
    for (const code of codes) texts.set(code, await sealedTexts(this.db, editionId, code));
    const written = new Map<string, WrittenTexts>();
    for (const scope of standing.keys())
      written.set(scope, await textForCorrection(this.db, editionId, scope));
    const situation = {
      principal,
      edition,
      standing,
      texts,
      written,
      grants: await keyGrants(this.db, editionId),
    };
    const knows = mayKnow(principal);
    const open = (classCode: string) => knows && !isDenied(principal, editionId, classCode);
    const corrections = await correctionsOf(this.db, editionId);
    const requests = knows ? await requestsOf(this.db, editionId) : [];
    return {
      open: reasonOf(
        holds(principal, 'release:correct'),
        phaseAllows(edition.phase, 'correctRelease'),
        needs(standing.size > 0, 'not-released'),
      ),
      correctable: await this.correctable(editionId, codes.filter(open), standing),
      corrections: corrections.map((one) => viewOf(one, situation, open(one.classCode))),
      requests: requests.filter(({ classCode }) => open(classCode)),
    };
  }

  private async correctable(
    editionId: string,
    codes: readonly string[],
    standing: ReadonlyMap<string, StandingRelease>,
  ): Promise<CorrectableClass[]> {
    if (standing.size === 0) return [];
    const told = await toldEntries(this.db, editionId);
    return codes.map((classCode) => ({
      classCode,
      scopes: ['all', classCode].filter((scope) => standing.has(scope)),
      entries: told
        .filter((one) => one.classCode === classCode)
        .map(({ nominationId, municipality, finalist, winner, withdrawn }) => ({
          nominationId,
          municipality,
          finalist,
          winner,
          withdrawn,
        })),
    }));
  }
}

/** Names are for the secretariat and those who hold a key. */
function mayKnow({ role }: Principal): boolean {
  return role === 'secretary' || role === 'release-keyholder';
}

function holds({ role }: Principal, permission: Permission): Verdict {
  return role === null ? no('not-permitted') : may(role, permission);
}

function viewOf(one: CorrectionState, situation: Situation, open: boolean): CorrectionView {
  const { record, release } = one;
  const told = record?.payload.entries.find(({ nomination }) => nomination === one.nominationId);
  return {
    id: one.id,
    kind: one.kind,
    scope: one.scope,
    classCode: one.classCode,
    municipality: open ? one.municipality : null,
    nominationId: open ? one.nominationId : null,
    named: open ? one.named : null,
    note: open || release ? one.note : null,
    reason: open ? one.reason : null,
    openedBy: one.openedByName ?? '',
    openedAt: one.openedAt.toISOString(),
    text: open && one.kind === 'text' ? (told?.justification ?? null) : null,
    writtenForm: open && one.kind === 'text' ? (told?.writtenForm ?? null) : null,
    sealed: record && {
      id: record.id,
      sha256: record.sha256,
      sealedAt: new Date(record.sealedAt).toISOString(),
      keys: record.keys.map(({ personId, name, armedAt }) => ({
        name,
        mine: personId === situation.principal.personId,
        armedAt: new Date(armedAt).toISOString(),
      })),
    },
    acts: actsOf(one, situation),
    released: release && { ...release, at: new Date(release.at).toISOString() },
  };
}

function actsOf(one: CorrectionState, situation: Situation): Record<CorrectionAct, Refusal | null> {
  const { principal, edition, grants } = situation;
  const { record } = one;
  const may = (permission: Permission) => holds(principal, permission);
  const armedBy = record?.keys.map(({ personId }) => personId) ?? [];
  const untold = needs(one.release === null, 'already-released');
  const phase = phaseAllows(edition.phase, 'correctRelease');
  const now = asItWouldBe(one, situation);
  const open = needs(!isDenied(principal, edition.id, one.classCode), 'recused');
  return {
    seal: reasonOf(
      may('release:correct'),
      untold,
      phase,
      needs(record === null, 'already-sealed'),
      now.verdict,
    ),
    arm: reasonOf(
      may('release:arm'),
      open,
      mayArm(principal.personId, record?.sealedBy ?? null, armedBy, one.release !== null),
      keysApart([...armedBy, principal.personId], grants),
    ),
    release: reasonOf(
      may('release:arm'),
      open,
      phase,
      mayRelease(
        {
          at: edition.now,
          sealed: record !== null && now.sha256 === record.sha256,
          armedBy,
          releaseAt: null,
          released: one.release !== null,
          stopped: record?.stopped ?? false,
        },
        'press',
      ),
      keysApart(armedBy, grants),
    ),
    cancel: reasonOf(may('release:prepare'), untold, needs(record !== null, 'not-sealed')),
    giveUp: reasonOf(may('release:correct'), untold),
  };
}

/** What would be sealed now, by its hash; or why nothing can be. */
function asItWouldBe(
  one: CorrectionState,
  { standing, texts, written }: Situation,
): { verdict: Verdict; sha256: string | null } {
  const stands = standing.get(one.scope);
  if (!stands || stands.number !== one.number - 1)
    return { verdict: no('not-released'), sha256: null };
  const { verdict, payload } = correctedPayload(
    stands.payload,
    one,
    texts.get(one.classCode) ?? [],
    written.get(one.scope) ?? { newest: null, lastTold: 0 },
  );
  return { verdict, sha256: contentHash(payload) };
}
