import { type Invariant, OURS } from './invariant';

/** The latest ruling on seat `s` and entry `n` before a time. */
const recusedBy = (seat: string, entry: string, at: string) => `exists (select from (
    select u.outcome from ruling u where u.seat_id = ${seat} and u.nomination_id = ${entry} and u.ruled_at <= ${at}
    order by u.ruled_at desc limit 1) latest where latest.outcome = 'recused')`;
const IN_FORCE = `not exists (select from decision later where later.supersedes_id = d.id)`;

export const JUDGING: readonly Invariant[] = [
  {
    name: 'rule-before-judging',
    promise: 'A class is judged by a rule that was registered before.',
    broken: `select c.edition_id || ' ' || c.code as what from edition_class c join edition e on e.id = c.edition_id
      where c.stage <> 'waiting' and e.rule_hash is null and not e.as_published`,
  },
  {
    name: 'one-leader',
    promise: 'A panel has one leader.',
    broken: `select min(id::text) as what from seat where role = 'leader' and state in ('invited', 'accepted') group by edition_id, class_code having count(*) > 1`,
  },
  {
    name: 'pledged',
    promise: 'Nobody sits without having pledged confidentiality.',
    broken: `select id::text as what from seat where state = 'accepted' and (pledged_at is null or person_id is null)`,
  },
  {
    name: 'declared-before-reading',
    promise: 'Nobody has a sheet on an entry that they have not declared on.',
    broken: `select x.id::text as what from score_sheet x join edition e on e.id = x.edition_id
      where e.phase <> 'archived' and not exists (select from declaration d where d.seat_id = x.seat_id and d.nomination_id = x.nomination_id)`,
  },
  {
    name: 'recused-not-counted',
    promise: 'No ranking counts the sheet of somebody who was recused from the entry.',
    broken: `select r.id::text as what from ranking r cross join jsonb_array_elements(r.input -> 'sheets') sheet
      where sheet ->> 'setAside' is null and ${recusedBy(`(sheet ->> 'judge')::uuid`, `(sheet ->> 'entry')::uuid`, 'r.made_at')}`,
  },
  {
    name: 'score-on-the-scale',
    promise: 'Every score is on the edition’s scale.',
    broken: `select x.sheet_id::text as what from sheet_score x join edition e on e.id = x.edition_id where x.value not between e.scale_min and e.scale_max`,
  },
  {
    name: 'counted-papers',
    promise: 'A closed ballot accounts for every paper: counted, blank or set aside.',
    broken: `select b.id::text as what from ballot b where b.state = 'closed'
      and (b.result ->> 'ballots')::int + (b.result ->> 'abstentions')::int + (b.result ->> 'setAside')::int
        <> (select count(*) from ballot_paper p where p.ballot_id = b.id)`,
  },
  {
    name: 'paper-in-the-room',
    promise: 'Whoever voted was in the meeting.',
    broken: `select p.ballot_id || ' ' || p.seat_id as what from ballot_paper p join ballot b on b.id = p.ballot_id
      where not exists (select from attendance a where a.meeting_id = b.meeting_id and a.seat_id = p.seat_id)`,
  },
  {
    name: 'decision-keeps-its-number',
    promise: 'A decision names as many as it states.',
    broken: `select d.id::text as what from decision d where not d.as_published and d.number <> (select count(*) from decision_entry x
      where x.decision_id = d.id and x.outcome = case d.kind when 'finalists' then 'finalist' else 'winner' end)`,
  },
  {
    name: 'winner-among-finalists',
    promise: 'A winner is one of the finalists of the decision that it builds on.',
    broken: `select x.decision_id || ' ' || x.nomination_id as what from decision_entry x join decision d on d.id = x.decision_id
      where x.outcome = 'winner' and not exists (select from decision_entry f
        where f.decision_id = d.finalists_decision_id and f.nomination_id = x.nomination_id and f.outcome = 'finalist')`,
  },
  {
    name: 'stage-by-its-decision',
    promise: 'A class that counts as decided has the decision.',
    broken: `select c.edition_id || ' ' || c.code as what from edition_class c where c.edition_id in ${OURS} and (
        (c.stage in ('finalists-sealed', 'winner-sealed') and not exists (select from decision d
          where d.edition_id = c.edition_id and d.class_code = c.code and d.kind = 'finalists' and ${IN_FORCE}))
        or (c.stage = 'winner-sealed' and not exists (select from decision d
          where d.edition_id = c.edition_id and d.class_code = c.code and d.kind = 'winner' and ${IN_FORCE})))`,
  },
  {
    name: 'one-decision-in-force',
    promise: 'A class has one decision of a kind in force.',
    broken: `select min(d.id::text) as what from decision d where ${IN_FORCE} group by d.edition_id, d.class_code, d.kind having count(*) > 1`,
  },
  {
    name: 'signed-by-both-houses',
    promise: 'A sealed justification is signed by KS and NHO, in the text that was sealed.',
    broken: `select j.id::text as what from justification j where j.state = 'sealed' and j.edition_id in ${OURS} and (select count(distinct s.house) from sign_off s
      where s.justification_id = j.id and s.text_sha256 = j.sha256 and s.house in ('KS', 'NHO')) < 2`,
  },
];
