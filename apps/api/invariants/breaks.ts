/** For each invariant, statements that break it behind the server's back, keys and triggers set aside. Rolled back after. */
const ONE = (table: string, where = 'true') =>
  `(select ctid from ${table} where ${where} order by ctid limit 1)`;
const OURS = `(select id from edition where sample)`;
const CROSSED = (table: string) =>
  `update ${table} set class_code = case class_code when 'small' then 'large' else 'small' end where ctid = ${ONE(table, `edition_id in ${OURS}`)}`;
const COPY = (table: string, changes: string, where: string) =>
  `insert into ${table} select (jsonb_populate_record(x, jsonb_build_object(${changes}))).* from ${table} x where ctid = ${ONE(table, where)}`;

export const BREAKS: Readonly<Record<string, readonly string[]>> = {
  'log-chain': [
    'alter table audit disable trigger tr_audit_append_only',
    `update audit set act = 'something:else' where seq = 3`,
  ],
  'log-closed-to-the-server': ['grant update on audit to kaaring_app'],
  'public-role-sees-what-is-released': ['grant select (content) on nomination to kaaring_public'],
  'real-clock-in-production': [
    'alter table installation drop constraint ck_installation_real_clock',
    `update installation set kind = 'production', clock_offset = '1 hour'`,
  ],
  'grant-once': [
    'drop index uq_role_grant_living',
    COPY('role_grant', `'id', gen_random_uuid()`, 'revoked_at is null'),
  ],
  'two-hats': [
    `insert into role_grant (person_id, role) select person_id, 'case-officer' from role_grant where role = 'juror' and revoked_at is null limit 1`,
  ],
  'prepares-and-sends-in': [
    `insert into role_grant (person_id, role) select person_id, 'release-keyholder' from role_grant where role = 'municipality-submitter' and revoked_at is null limit 1`,
  ],
  'somebody-gives-roles': [
    `update role_grant set revoked_at = clock_timestamp() where role = 'secretary'`,
  ],
  'session-of-a-living-grant': [
    `insert into session (id_hash, person_id, grant_id, expires_at)
     select 'x', p.id, g.id, clock_timestamp() from person p join role_grant g on g.person_id <> p.id limit 1`,
  ],
  'nothing-outlives-its-use': [
    `insert into sign_in_code (email, code_hash, expires_at) values ('a', 'b', clock_timestamp() - interval '3 days')`,
  ],
  'kept-no-longer': [
    `insert into follower (email, language, asked_at) values ('venter@post.example', 'nb', award_now() - interval '10 days')`,
  ],
  'erased-is-gone': [
    `insert into erasure (person_id, asked_by, done_at, gone) select id, id, award_now(), '{}' from person limit 1`,
  ],
  'mail-once': [
    'alter table mail_outbox drop constraint uq_mail_outbox_once',
    COPY('mail_outbox', `'id', gen_random_uuid()`, 'true'),
  ],
  'mail-gets-through': [
    `update mail_outbox set sent_at = null, given_up_at = null, created_at = clock_timestamp() - interval '2 days' where ctid = ${ONE('mail_outbox')}`,
  ],
  'code-wiped': [
    `insert into mail_outbox (event_key, recipient, template, language, words, sent_at)
     values ('x', 'a@b.example', 'sign-in-code', 'nb', '{"code": "123456"}', clock_timestamp())`,
  ],
  'no-ruling-on-oneself': [
    'alter table ruling drop constraint ck_ruling_not_oneself',
    `update ruling set ruled_by = seat_id`,
  ],
  'one-living-entry': [
    'drop index uq_nomination_living',
    COPY('nomination', `'id', gen_random_uuid()`, `state <> 'withdrawn'`),
  ],
  'sent-entry-is-kept': [
    `update nomination set submitted_version_id = null where ctid = ${ONE('nomination', `state = 'assessed' and edition_id in ${OURS}`)}`,
  ],
  'sent-version-is-its-own': [
    `update nomination_version set kind = 'save' where id in (select submitted_version_id from nomination)`,
  ],
  'no-version-lost': [
    `delete from nomination_version where number = 1 and nomination_id in (select nomination_id from nomination_version where number = 2)`,
  ],
  'state-by-its-steps': [
    `update nomination set state = 'eligible' where ctid = ${ONE('nomination', `state = 'assessed' and edition_id in ${OURS}`)}`,
  ],
  'nothing-left-open': [
    `update nomination set state = 'draft' where ctid = ${ONE('nomination', `state = 'assessed' and edition_id in ${OURS}`)}`,
  ],
  'class-by-population': [
    `update nomination set population = 14999 where class_code = 'large' and edition_id in ${OURS} and population is not null`,
  ],
  'class-boundaries': [
    'alter table edition_class drop constraint ex_edition_class_bounds',
    `update edition_class set min_population = 14000 where code = 'large' and edition_id in ${OURS}`,
  ],
  'register-one-unit': [
    'alter table municipality_version drop constraint ex_municipality_version_number',
    'alter table municipality_version drop constraint ex_municipality_version_unit',
    COPY('municipality_version', `'id', gen_random_uuid()`, 'valid_to is null'),
  ],
  'checked-before-the-jury': [
    `update eligibility_check set outcome = 'ineligible', reason = 'x' where outcome = 'eligible'`,
  ],
  'class-of-assignment': [CROSSED('assignment')],
  'class-of-score-sheet': [CROSSED('score_sheet')],
  'class-of-ranking-place': [CROSSED('ranking_place')],
  'class-of-ballot-option': [CROSSED('ballot_option')],
  'class-of-decision-entry': [CROSSED('decision_entry')],
  'class-of-justification': [CROSSED('justification')],
  'class-of-release-entry': [CROSSED('release_entry')],
  'rule-before-judging': [
    `update edition set rule_hash = null, rule_registered_at = null where sample`,
  ],
  'one-leader': [
    'drop index uq_seat_leader',
    `update seat set role = 'leader' where state = 'accepted' and role = 'deputy-leader'`,
  ],
  pledged: [
    'alter table seat drop constraint ck_seat_pledged',
    `update seat set pledged_at = null where state = 'accepted'`,
  ],
  'declared-before-reading': ['delete from declaration'],
  'recused-not-counted': [
    `insert into ruling (seat_id, nomination_id, edition_id, class_code, outcome, ruled_by, ruled_at)
     select (x ->> 'judge')::uuid, (x ->> 'entry')::uuid, r.edition_id, r.class_code, 'recused', gen_random_uuid(), r.made_at - interval '1 second'
     from ranking r cross join jsonb_array_elements(r.input -> 'sheets') x where x ->> 'setAside' is null limit 1`,
  ],
  'score-on-the-scale': [`update sheet_score set value = 7 where ctid = ${ONE('sheet_score')}`],
  'counted-papers': [`delete from ballot_paper where ctid = ${ONE('ballot_paper')}`],
  'paper-in-the-room': ['delete from attendance'],
  'decision-keeps-its-number': [
    `delete from decision_entry where ctid = ${ONE('decision_entry', `outcome = 'finalist' and edition_id in ${OURS}`)}`,
  ],
  'winner-among-finalists': [
    `delete from decision_entry where outcome = 'finalist' and edition_id in ${OURS}`,
  ],
  'stage-by-its-decision': [`delete from decision where kind = 'winner' and edition_id in ${OURS}`],
  'one-decision-in-force': [
    'drop index uq_decision_first',
    COPY('decision', `'id', gen_random_uuid()`, 'supersedes_id is null'),
  ],
  'signed-by-both-houses': [`delete from sign_off where house = 'NHO'`],
  'released-was-sealed': [
    `update release set sealed_record_id = null where ctid = ${ONE('release', `edition_id in ${OURS}`)}`,
  ],
  'released-by-two-keys': [`delete from arming where ctid = ${ONE('arming')}`],
  'released-as-sealed': [
    `update release_entry set justification = justification || '.' where ctid = ${ONE('release_entry', `edition_id in ${OURS} and justification is not null`)}`,
  ],
  'released-once': [
    'alter table release drop constraint uq_release_once',
    COPY('release', `'id', gen_random_uuid()`, 'true'),
  ],
  'corrected-in-turn': [
    COPY('release', `'id', gen_random_uuid(), 'number', 3`, `edition_id in ${OURS}`),
  ],
  'not-before-its-time': [
    `update release set released_by = null where edition_id in ${OURS}`,
    `update sealed_record set release_at = sealed_at + interval '10 years'`,
  ],
  'one-seal': [
    'drop index uq_sealed_record_living',
    COPY('sealed_record', `'id', gen_random_uuid()`, 'cancelled_at is null'),
  ],
  'phase-by-its-release': [`update edition set phase = 'judging' where sample`],
  'winner-was-finalist': [
    `delete from release_entry where outcome = 'finalist' and edition_id in ${OURS}`,
  ],
};
