import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import {
  type KeyGrant,
  KEYS_NEEDED,
  keysApart,
  languagesWritten,
  may,
  mayArm,
  mayBringOut,
  mayRelease,
  needs,
  no,
  type Permission,
  phaseAllows,
  type Refusal,
  RELEASE_LANGUAGES,
  timeStands,
  type Verdict,
  yes,
} from '@award/award';
import { demandReach, Editions, isDenied } from '@award/editions/api';
import { contentHash } from '@award/nominations/api';
import type {
  ReleaseAct,
  ReleaseCondition,
  ReleaseContent,
  ReleaseItem,
  ReleaseRoomView,
  ReleaseTextShown,
} from '@award/publication/contract';
import {
  decidedIn,
  keyGrants,
  newsRecipients,
  type RecordRow,
  recordsOf,
  type ReleaseHand,
  releaseHands,
} from './releases.queries';
import { othersWho } from './release-hands';
import {
  type DecidedClass,
  type DecidedEdition,
  finalistsDecided,
  imagesReady,
  justificationsSealed,
  type Payload,
  payloadOf,
  reasonOf,
  scopesOf,
  textOf,
  textReady,
  winnerDecided,
} from './sealed-payload';

interface Situation {
  edition: DecidedEdition;
  scope: string;
  payload: Payload;
  record: RecordRow | null;
  finalistsReleased: boolean;
  principal: Principal;
  grants: KeyGrant[];
  hands: ReleaseHand[];
}

/** What the release room shows: per release what is green or why not, who has turned a key, and the receipt. */
@Injectable()
export class ReleaseRoom {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
  ) {}

  /** The room of the edition that people work on. */
  async current(principal: Principal): Promise<ReleaseRoomView> {
    const id = principal.editionId ?? (await this.editions.current(this.db))?.id;
    if (id === undefined) throw new Refused('not-found');
    return this.of(principal, id);
  }

  async of(principal: Principal, editionId: string): Promise<ReleaseRoomView> {
    demandReach(principal, editionId);
    const [edition, records, grants, hands] = await Promise.all([
      decidedIn(this.db, editionId),
      recordsOf(this.db, editionId),
      keyGrants(this.db, editionId),
      releaseHands(this.db, editionId),
    ]);
    if (edition === null) throw new Refused('not-found');
    const finalistsReleased = records.some(
      ({ kind, release }) => kind === 'finalists' && release !== null,
    );
    const items = await Promise.all(
      scopesOf(edition.classes).map((scope) =>
        this.item({
          edition,
          scope,
          payload: payloadOf(edition, scope),
          record: records.find((record) => record.scope === scope) ?? null,
          finalistsReleased,
          principal,
          grants,
          hands,
        }),
      ),
    );
    const { id, year, name, phase, sample, finalistsAt, announcementAt, now } = edition;
    return {
      edition: {
        id,
        year,
        name: name[principal.language] || name.nb,
        phase,
        sample,
        finalistsAt: finalistsAt?.toISOString() ?? null,
        announcementAt: announcementAt?.toISOString() ?? null,
      },
      classes: edition.classes.map((one) => ({
        code: one.code,
        name: one.name[principal.language] || one.name.nb,
        stage: one.stage,
      })),
      items,
      now: now.toISOString(),
    };
  }

  private async item(situation: Situation): Promise<ReleaseItem> {
    const { edition, scope, record, principal } = situation;
    const recipients = await newsRecipients(this.db, edition.id, scope);
    return {
      kind: scope === 'all' ? 'finalists' : 'winners',
      scope,
      conditions: conditionsOf(situation),
      contents: mayKnow(principal) ? contentsOf(situation) : null,
      text: mayKnow(principal) ? textShown(situation) : null,
      sealed: record && {
        id: record.id,
        sha256: record.sha256,
        sealedAt: record.sealedAt.toISOString(),
        sealedBy: record.sealedByName ?? '',
        releaseAt: record.releaseAt?.toISOString() ?? null,
        stoppedAt: record.stoppedAt?.toISOString() ?? null,
        keys: record.keys.map(({ personId, name, armedAt }) => ({
          name,
          mine: personId === principal.personId,
          armedAt: new Date(armedAt).toISOString(),
        })),
      },
      acts: actsOf(situation),
      closed: closedOf(situation),
      mails: { template: 'publication.news', recipients: recipients.length },
      released: record?.release
        ? {
            at: new Date(record.release.at).toISOString(),
            by: record.release.by,
            sha256: record.sha256,
            mailsQueued: record.release.mailsQueued,
            mailsSent: record.release.mailsSent,
          }
        : null,
    };
  }
}

/** Names are for the secretariat and those who hold a key; the jury's leaders see how far it has come. */
function mayKnow({ role }: Principal): boolean {
  return role === 'secretary' || role === 'release-keyholder';
}

function conditionsOf(situation: Situation): ReleaseCondition[] {
  const { edition, scope, record, payload } = situation;
  const sealed = needs(record !== null, 'not-sealed');
  const asDecided = payload.allowed && contentHash(payload.payload) === record?.sha256;
  const timed = record !== null && record.releaseAt !== null && record.release === null;
  return [
    condition('phase', null, rightPhase(situation)),
    ...(scope === 'all' ? finalistConditions(edition.classes) : winnerConditions(situation)),
    condition('release-text', null, record?.release ? yes : textReady(edition, scope)),
    condition('sealed', null, sealed),
    ...(record === null
      ? []
      : [
          condition('as-decided', null, needs(record.release !== null || asDecided, 'not-sealed')),
          condition(
            'two-keys',
            null,
            needs(record.release !== null || record.keys.length >= KEYS_NEEDED, 'not-armed'),
          ),
          condition('not-stopped', null, needs(record.stoppedAt === null, 'release-stopped')),
        ]),
    ...(timed
      ? [condition('time', null, needs(timeHasCome(record, edition), 'before-release-time'))]
      : []),
  ];
}

function finalistConditions(classes: readonly DecidedClass[]): ReleaseCondition[] {
  return classes.flatMap((one) => [
    condition('finalists-decided', one.code, finalistsDecided(one)),
    condition('justifications-sealed', one.code, justificationsSealed(one)),
    condition('images-ready', one.code, imagesReady(one)),
  ]);
}

function winnerConditions({ edition, scope, finalistsReleased }: Situation): ReleaseCondition[] {
  const one = edition.classes.find(({ code }) => code === scope);
  return [
    condition('winner-decided', scope, one ? winnerDecided(one) : no('unknown-class')),
    condition('finalists-released', null, needs(finalistsReleased, 'not-sealed')),
  ];
}

function condition(
  code: ReleaseCondition['code'],
  classCode: string | null,
  verdict: Verdict,
): ReleaseCondition {
  return { code, classCode, met: verdict.allowed, reason: reasonOf(verdict) };
}

/** The phase in which the release itself may happen. */
function rightPhase({ edition, scope, record }: Situation): Verdict {
  if (record?.release) return yes;
  const wanted = scope === 'all' ? 'judging' : 'finalists-published';
  return needs(edition.phase === wanted, 'wrong-phase');
}

function timeHasCome({ releaseAt }: RecordRow, { now }: DecidedEdition): boolean {
  return releaseAt !== null && releaseAt.getTime() <= now.getTime();
}

function contentsOf({ edition, scope, payload, record, principal }: Situation): ReleaseContent[] {
  const all = record?.payload.entries ?? (payload.allowed ? payload.payload.entries : []);
  const entries = all.filter((entry) => !isDenied(principal, edition.id, entry.class));
  const named = new Map(
    edition.classes.flatMap(({ finalists, winners }) =>
      [...finalists, ...winners].map((one) => [one.nominationId, one.municipality] as const),
    ),
  );
  return entries.map((entry) => ({
    classCode: entry.class,
    municipality: named.get(entry.nomination) ?? '',
    outcome: scope === 'all' ? 'finalist' : 'winner',
    justification: entry.justification,
    writtenForm: entry.writtenForm,
    images: entry.images.map(({ caption, photographer, altText }) => ({
      caption,
      photographer,
      altText,
    })),
  }));
}

/** Not for somebody from whom a class that it tells of is closed. */
function textShown({ edition, scope, record, principal }: Situation): ReleaseTextShown | null {
  const closed = edition.classes.some(
    ({ code }) => (scope === 'all' || scope === code) && isDenied(principal, edition.id, code),
  );
  const text = record ? record.payload.text : textOf(edition, scope);
  if (closed || !text) return null;
  const written = languagesWritten(text.words);
  return {
    version: text.version,
    words: text.words,
    missing: RELEASE_LANGUAGES.filter((language) => !written.includes(language)),
  };
}

/** The classes that the release tells of. */
function coversOf({ edition, scope }: Situation): string[] {
  return edition.classes
    .map(({ code }) => code)
    .filter((code) => scope === 'all' || scope === code);
}

/** Whether the reader may bring it out at all, for a reason of impartiality. */
function openTo(situation: Situation): Verdict {
  const { edition, principal } = situation;
  const covers = coversOf(situation);
  return mayBringOut(
    covers,
    covers.filter((code) => isDenied(principal, edition.id, code)),
  );
}

function closedOf(situation: Situation): ReleaseItem['closed'] {
  if (situation.record?.release || openTo(situation).allowed) return null;
  const act = situation.record ? 'arms' : 'prepares';
  const { hands, principal } = situation;
  return { others: othersWho(hands, coversOf(situation), principal.personId, act) };
}

function actsOf(situation: Situation): Record<ReleaseAct, Refusal | null> {
  const { edition, record, payload, principal, grants } = situation;
  const holds = (permission: Permission): Verdict =>
    principal.role === null ? no('not-permitted') : may(principal.role, permission);
  const armedBy = record?.keys.map(({ personId }) => personId) ?? [];
  const standing = needs(record !== null, 'not-sealed');
  const unreleased = needs(!record?.release, 'already-released');
  return {
    seal: reasonOf(
      holds('release:prepare'),
      openTo(situation),
      phaseAllows(edition.phase, 'prepareRelease'),
      needs(record === null, 'already-sealed'),
      payload.allowed ? yes : payload,
    ),
    arm: reasonOf(
      holds('release:arm'),
      openTo(situation),
      mayArm(principal.personId, record?.sealedBy ?? null, armedBy, Boolean(record?.release)),
      keysApart([...armedBy, principal.personId], grants),
      timeStands(record?.releaseAt ?? null, edition.now),
    ),
    release: reasonOf(
      holds('release:arm'),
      openTo(situation),
      mayRelease(
        {
          at: edition.now,
          sealed:
            record !== null && payload.allowed && contentHash(payload.payload) === record.sha256,
          armedBy,
          releaseAt: record?.releaseAt ?? null,
          released: Boolean(record?.release),
          stopped: (record?.stoppedAt ?? null) !== null,
        },
        'press',
      ),
      keysApart(armedBy, grants),
      rightPhase(situation),
    ),
    stop: reasonOf(holds('release:stop'), standing, unreleased),
    schedule: reasonOf(
      holds('release:prepare'),
      openTo(situation),
      standing,
      unreleased,
      needs(armedBy.length === 0, 'already-armed'),
    ),
    cancel: reasonOf(holds('release:prepare'), standing, unreleased),
  };
}
