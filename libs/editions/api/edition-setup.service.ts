import { Injectable } from '@nestjs/common';
import {
  BASES,
  definitionProblems,
  type FormSection,
  MEGABYTE,
  mayChangeClasses,
  mayChangeForm,
  mayChangeJudgement,
  type NominationForm,
  PHASES,
  pressContactProblems,
  tidied,
  wholeForm,
} from '@award/award';
import { type FieldRefusal, type Principal, Refused } from '@award/access/api';
import type {
  ChangeClasses,
  ChangeCriteria,
  ChangeEvent,
  ChangeForm,
  ChangePressContacts,
  ChangeRules,
  ChangeTexts,
  CriterionOrder,
} from '@award/editions/contract';
import {
  demandOf,
  type Drafting,
  EditionDraft,
  isHeld,
  refuseFields,
} from './edition-draft.service';
import type { EditionRow } from './edition-row';

/** Classes, criteria, rules, texts, form, event and press contacts of an edition. */
@Injectable()
export class EditionSetup {
  constructor(private readonly draft: EditionDraft) {}

  classes(principal: Principal, id: string, order: ChangeClasses, key: string) {
    return this.draft.change(principal, id, key, 'classes', order, async (drafting) => {
      const { edition, situation } = drafting;
      demandOf(mayChangeClasses(situation, edition.classes, order.classes), 'reason');
      await this.draft.logRuleChange(
        drafting,
        principal,
        'classes',
        edition.classes,
        order.classes,
      );
      await writeClasses(drafting, order);
    });
  }

  criteria(principal: Principal, id: string, order: ChangeCriteria, key: string) {
    return this.draft.change(principal, id, key, 'criteria', order, async (drafting) => {
      const { edition, situation } = drafting;
      demandOf(mayChangeJudgement(situation), 'reason');
      refuseFields(criteriaProblems(edition, order.criteria));
      await this.draft.logRuleChange(
        drafting,
        principal,
        'criteria',
        edition.criteria,
        order.criteria,
      );
      await writeCriteria(drafting, order);
    });
  }

  rules(principal: Principal, id: string, order: ChangeRules, key: string) {
    return this.draft.change(principal, id, key, 'rules', order, async (drafting) => {
      const { tx, edition, situation } = drafting;
      demandOf(mayChangeJudgement(situation), 'reason');
      const scopeReason = order.impartialityScopeReason?.trim() ?? '';
      if (order.impartialityScope === 'entry' && scopeReason === '')
        refuseFields([{ path: 'impartialityScopeReason', reason: 'reason-required' }]);
      const { preset, quorum, tieRule, impartialityScope, impartialityScopeReason } = edition;
      await this.draft.logRuleChange(
        drafting,
        principal,
        'rules',
        { preset, quorum, tieRule, impartialityScope, impartialityScopeReason },
        order,
      );
      await tx.query(
        `update edition set preset = $2, quorum = $3, tie_rule = $4, impartiality_scope = $5, impartiality_scope_reason = $6
         where id = $1`,
        [
          id,
          order.preset,
          order.quorum,
          order.tieRule,
          order.impartialityScope,
          order.impartialityScope === 'entry' ? scopeReason : null,
        ],
      );
    });
  }

  texts(principal: Principal, id: string, order: ChangeTexts, key: string) {
    return this.draft.change(principal, id, key, 'texts', order, async ({ tx, edition }) => {
      refuseArchived(edition);
      await tx.query('update edition set name = $2, call_text = $3 where id = $1', [
        id,
        JSON.stringify(order.name),
        JSON.stringify(order.callText),
      ]);
    });
  }

  form(principal: Principal, id: string, order: ChangeForm, key: string) {
    return this.draft.change(principal, id, key, 'form', order, async (drafting) => {
      const { tx, edition, situation } = drafting;
      const before = wholeForm(edition.form);
      const after = orderedForm(before, order);
      refuseFields(definitionProblems(after).map(({ path, reason }) => ({ path, reason })));
      demandOf(mayChangeForm(situation, before, after), 'reason');
      await this.draft.logRuleChange(drafting, principal, 'form', before, after);
      await tx.query('update edition set form = $2 where id = $1', [id, JSON.stringify(after)]);
    });
  }

  event(principal: Principal, id: string, order: ChangeEvent, key: string) {
    return this.draft.change(principal, id, key, 'event', order, async ({ tx, edition }) => {
      refuseArchived(edition);
      const { name, form, place, signUpUrl, streamUrl } = order;
      await tx.query('update edition set event = $2 where id = $1', [
        id,
        JSON.stringify({ name, form, place, signUpUrl, streamUrl }),
      ]);
    });
  }

  pressContacts(principal: Principal, id: string, order: ChangePressContacts, key: string) {
    return this.draft.change(principal, id, key, 'press', order, async ({ tx, edition }) => {
      refuseArchived(edition);
      refuseFields(
        pressContactProblems(order.contacts).map(({ at, field, reason }) => ({
          path: `contacts.${at}.${field}`,
          reason,
        })),
      );
      await tx.query('update edition set press_contacts = $2 where id = $1', [
        id,
        JSON.stringify(tidied(order.contacts)),
      ]);
    });
  }
}

function orderedForm(before: NominationForm, order: ChangeForm): NominationForm {
  const { measures, requirePhone, approvalByLink, mostFiles, mostMegabytes, groups } = order;
  return {
    ...before,
    sections: order.sections.map(
      ({ code, place, asked, required, limit, heading, help }): FormSection => ({
        code,
        place,
        asked,
        required,
        limit,
        heading: { nb: heading.nb, nn: heading.nn, en: heading.en },
        help: { nb: help.nb, nn: help.nn, en: help.en },
      }),
    ),
    measures,
    requirePhone,
    approvalByLink,
    files: { mostFiles, mostBytes: mostMegabytes * MEGABYTE, groups },
  };
}

function refuseArchived({ phase }: EditionRow): void {
  if (PHASES.indexOf(phase) >= PHASES.indexOf('archived'))
    throw new Refused('wrong-phase', { phase });
}

/** A class that seats or grants already hold on to cannot go. */
async function writeClasses({ tx, edition }: Drafting, { classes }: ChangeClasses): Promise<void> {
  await tx.query('set constraints ex_edition_class_bounds deferred');
  const codes = classes.map(({ code }) => code);
  try {
    await tx.query('delete from edition_class where edition_id = $1 and code <> all($2)', [
      edition.id,
      codes,
    ]);
  } catch (error) {
    if (isHeld(error)) throw new Refused('wrong-state', { part: 'classes' });
    throw error;
  }
  for (const [at, one] of classes.entries())
    await tx.query(
      `insert into edition_class (edition_id, code, position, name, min_population, max_population, finalists, winners)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (edition_id, code) do update set position = $3, name = $4, min_population = $5, max_population = $6,
         finalists = $7, winners = $8`,
      [
        edition.id,
        one.code,
        at + 1,
        JSON.stringify(one.name),
        one.minPopulation,
        one.maxPopulation,
        one.finalists,
        one.winners,
      ],
    );
  await tx.query('set constraints ex_edition_class_bounds immediate');
}

function criteriaProblems(
  { scaleMin, scaleMax, classes }: EditionRow,
  criteria: readonly CriterionOrder[],
): FieldRefusal[] {
  const codes = criteria.map(({ code }) => code);
  return criteria.flatMap((criterion, at) => [
    ...(codes.indexOf(criterion.code) === at
      ? []
      : [{ path: `criteria.${at}.code`, reason: 'named-twice' }]),
    ...criterion.perClass
      .filter(({ code }) => !classes.some((one) => one.code === code))
      .map(() => ({ path: `criteria.${at}.perClass`, reason: 'unknown-class' })),
    ...BASES.flatMap((basis) =>
      criterion.levels[basis]
        .filter(({ score }) => score < scaleMin || score > scaleMax)
        .map(() => ({ path: `criteria.${at}.levels.${basis}`, reason: 'out-of-scale' })),
    ),
  ]);
}

async function writeCriteria({ tx, edition }: Drafting, { criteria }: ChangeCriteria) {
  await tx.query('delete from criterion where edition_id = $1 and code <> all($2)', [
    edition.id,
    criteria.map(({ code }) => code),
  ]);
  for (const [at, one] of criteria.entries())
    await tx.query(
      `insert into criterion (edition_id, code, position, weight, name, guidance, levels) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (edition_id, code) do update set position = $3, weight = $4, name = $5, guidance = $6, levels = $7`,
      [
        edition.id,
        one.code,
        at + 1,
        one.weight,
        JSON.stringify(one.name),
        JSON.stringify({
          perBasis: one.perBasis,
          perClass: Object.fromEntries(one.perClass.map(({ code, words }) => [code, words])),
        }),
        JSON.stringify(one.levels),
      ],
    );
}
