import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { CreateEdition, EditionView, Words } from '@award/editions/contract';
import { defaultCallText, defaultClasses, defaultCriteria, defaultName } from './default-edition';
import { EditionDraft } from './edition-draft.service';
import type { EditionRow } from './edition-row';
import { Editions } from './editions.service';

export interface NewEdition {
  year: number;
  /** The edition to copy; null takes the award's defaults. */
  fromId: string | null;
  /** Marked *Eksempeldata* everywhere. */
  sample?: boolean;
}

/** A new edition copies everything of an earlier one but its dates, its event and what was done in it. */
@Injectable()
export class EditionCreation {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly draft: EditionDraft,
    private readonly keys: RequestKeys,
    private readonly audit: AuditLog,
  ) {}

  async createByRequest(
    principal: Principal,
    order: CreateEdition,
    key: string,
  ): Promise<EditionView> {
    if (principal.editionId !== null) throw new Refused('not-permitted');
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, order, async () => {
        const id = await this.create(tx, principal, order);
        return this.draft.view(tx, principal, id);
      }),
    );
  }

  /** Answers with the new edition's id; refused with `edition-exists` when the year is taken. */
  async create(tx: EntityManager, principal: Principal | null, order: NewEdition): Promise<string> {
    const from = order.fromId === null ? null : await this.editions.byId(tx, order.fromId);
    const taken = await tx.query('select from edition where year = $1', [order.year]);
    if (taken.length > 0) throw new Refused('edition-exists', { year: order.year });
    const [made] = await tx.query(
      `insert into edition (year, name, sample, copied_from_id, call_text, form, reference_date, preset, scale_min, scale_max,
         impartiality_scope, impartiality_scope_reason, quorum, tie_rule, press_contacts)
       values ($1, $2, $3, $4, $5, $6, make_date($1 - 1, 1, 1), $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
      [
        order.year,
        JSON.stringify(nameFor(order.year, from)),
        order.sample ?? false,
        from?.id ?? null,
        JSON.stringify(callTextFor(order.year, from)),
        JSON.stringify(from?.form ?? {}),
        from?.preset ?? 'simple',
        from?.scaleMin ?? 1,
        from?.scaleMax ?? 6,
        from?.impartialityScope ?? 'class',
        from?.impartialityScopeReason ?? null,
        from?.quorum ?? 3,
        from?.tieRule ?? 'second-ballot',
        JSON.stringify(from?.pressContacts ?? []),
      ],
    );
    await copyClasses(tx, made.id, from);
    await copyCriteria(tx, made.id, from);
    await this.audit.write(tx, {
      principal,
      act: 'edition:create',
      subjectType: 'edition',
      subjectId: made.id,
      editionId: made.id,
      facts: { year: order.year, copiedFrom: from?.id ?? null },
    });
    return made.id;
  }
}

/** The same words with the new year; an edition carried over as published brings no words of its own. */
function nameFor(year: number, from: EditionRow | null): Words {
  return from === null || from.asPublished
    ? defaultName(year)
    : withYear(from.name, from.year, year);
}

function callTextFor(year: number, from: EditionRow | null): Words {
  const { nb = '', nn = '', en = '' } = from?.callText ?? {};
  return from === null || nb.trim() === ''
    ? defaultCallText
    : withYear({ nb, nn, en }, from.year, year);
}

function withYear({ nb, nn, en }: Words, before: number, after: number): Words {
  const moved = (text: string) => text.replaceAll(String(before), String(after));
  return { nb: moved(nb), nn: moved(nn), en: moved(en) };
}

async function copyClasses(tx: EntityManager, id: string, from: EditionRow | null): Promise<void> {
  const classes = from?.classes.length ? from.classes : defaultClasses;
  for (const one of classes)
    await tx.query(
      `insert into edition_class (edition_id, code, position, name, min_population, max_population, finalists, winners)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        one.code,
        one.position,
        JSON.stringify(one.name),
        one.minPopulation,
        one.maxPopulation,
        one.finalists,
        one.winners,
      ],
    );
}

async function copyCriteria(tx: EntityManager, id: string, from: EditionRow | null): Promise<void> {
  const criteria = from?.criteria.length ? from.criteria : defaultCriteria;
  for (const [at, one] of criteria.entries())
    await tx.query(
      `insert into criterion (edition_id, code, position, weight, name, guidance, levels) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        one.code,
        at + 1,
        one.weight,
        JSON.stringify(one.name),
        JSON.stringify(one.guidance),
        JSON.stringify(one.levels),
      ],
    );
}
