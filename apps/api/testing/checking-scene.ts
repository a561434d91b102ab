import type { CheckedEntryView } from '@award/eligibility/contract';
import type { Visitor } from '../demo/visitor';
import { completeContent, type SceneEdition, type SceneNomination, story } from './story';
import type { TestApp } from './test-app';

export const MET = { 'about-business-development': 'met', 'nothing-confidential': 'met' };

export interface EntryOptions {
  population?: number;
  content?: object;
  name?: string;
  edition?: SceneEdition;
}

/** A closed call with those who check, and entries in any state: for the specs of the formal check. */
export async function checkingScene(app: TestApp) {
  const scene = story(app);
  const edition = await scene.edition({ phase: 'closed' });
  await scene.holder('Sekretær', 'secretary', { editionId: edition.id });
  await scene.holder('Saksbehandler', 'case-officer');
  const secretary = await app.visitor().signInAs('Sekretær');
  const officer = await app.visitor().signInAs('Saksbehandler');
  let made = 0;

  const at = (id: string, act = '') => `/api/eligibility/entries/${id}${act && `/${act}`}`;
  const act = (who: Visitor, id: string, name: string, body: object = {}) =>
    who.post<{ refusal?: string; state?: string; classCode?: string }>(at(id, name), body);

  return {
    scene,
    edition,
    secretary,
    officer,
    at,
    act,
    async entry(
      state = 'submitted',
      options: EntryOptions = {},
    ): Promise<SceneNomination & { name: string }> {
      const name = options.name ?? `Kommune ${++made}`;
      const population = options.population ?? 9000;
      const municipalityId = await scene.municipality(name, population);
      const nomination = await scene.nomination(options.edition ?? edition, municipalityId, {
        state,
        population,
        content: options.content ?? completeContent(`Tiltak i ${name}`),
      });
      return { ...nomination, name };
    },
    decide: (id: string, body: object) =>
      act(secretary, id, 'decision', { judged: MET, reason: '', ...body }),
    seen: async (id: string) => (await secretary.get<CheckedEntryView>(at(id))).body,
    mailsOf: (template: string, id: string) =>
      app.db.query(
        'select recipient, language, words from mail_outbox where template = $1 and event_key like $2',
        [template, `%${id}%`],
      ),
    logOf: (id: string, what: string) =>
      app.db.query(
        'select acting_role as role, facts from audit where subject_id = $1 and act = $2',
        [id, what],
      ),
  };
}
