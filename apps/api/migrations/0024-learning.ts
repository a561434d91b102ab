import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The learning bank: a municipality's own word on sharing its entry, the text as it is searched, and the one view that the
 * public reads. What is searched is what is shown: contacts, partners and attachments never stand in the document.
 */
export class Learning1700000000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table learning_consent (
  nomination_id uuid not null,
  edition_id uuid not null,
  given boolean not null,
  with_contact boolean not null default false,
  said_by uuid,
  said_at timestamptz not null default award_now(),
  constraint pk_learning_consent primary key (nomination_id),
  constraint fk_learning_consent_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint ck_learning_consent_contact check (given or not with_contact)
);

create table search_document (
  nomination_id uuid not null,
  own_text tsvector,
  own_letters text not null default '',
  reasons tsvector,
  reasons_letters text not null default '',
  basis text,
  fields text[] not null default '{}',
  traits text[] not null default '{}',
  constraint pk_search_document primary key (nomination_id),
  constraint fk_search_document_nomination_id foreign key (nomination_id) references nomination (id)
);

create function shown_content(content jsonb) returns jsonb language sql immutable parallel safe as $$
  select content - array['contactName', 'contactEmail', 'contactPhone', 'confirmedWithChiefExecutive', 'partners', 'neighbours', 'attachments']
$$;

create function keep_search_document() returns trigger language plpgsql as $$
declare
  written jsonb;
  words jsonb;
begin
  if tg_table_name = 'release_entry' then
    insert into search_document (nomination_id, reasons, reasons_letters)
      values (new.nomination_id, to_tsvector('norwegian', new.justification), folded(new.justification))
    on conflict (nomination_id) do update set reasons = excluded.reasons, reasons_letters = excluded.reasons_letters;
    return null;
  end if;
  select v.content into written from nomination_version v where v.id = new.submitted_version_id;
  words := shown_content(written) - array['basis', 'mainField', 'fields'];
  insert into search_document (nomination_id, own_text, own_letters, basis, fields, traits)
    values (new.id,
      setweight(to_tsvector('norwegian', coalesce(written ->> 'title', '')), 'A') || jsonb_to_tsvector('norwegian', words - 'title', '["string"]'),
      folded(coalesce((select string_agg(s #>> '{}', ' ') from jsonb_path_query(words, 'strict $.** ? (@.type() == "string")') s), '')),
      written ->> 'basis',
      array(select distinct f from (select written ->> 'mainField' as f
        union select jsonb_array_elements_text(coalesce(written -> 'fields', '[]'))) named where f is not null order by f),
      array(select t.key from jsonb_each_text(coalesce(written -> 'traits', '{}')) t where t.value <> '' order by t.key))
  on conflict (nomination_id) do update set own_text = excluded.own_text, own_letters = excluded.own_letters, basis = excluded.basis,
    fields = excluded.fields, traits = excluded.traits;
  return null;
end $$;
create trigger tr_nomination_search after insert or update of submitted_version_id on nomination for each row
  when (new.submitted_version_id is not null) execute function keep_search_document();
create trigger tr_release_entry_search after insert on release_entry for each row
  when (new.justification is not null) execute function keep_search_document();

create function tell_learning_change() returns trigger language plpgsql as $$
begin
  if exists (select from release r where r.edition_id = new.edition_id and r.kind = 'finalists' and r.sealed_record_id is not null)
  then perform public_has_changed(new.edition_id); end if;
  return null;
end $$;
create constraint trigger tr_learning_consent_public after insert or update on learning_consent deferrable initially deferred
  for each row execute function tell_learning_change();

create view public_example as
  select n.id as entry_id, n.edition_id, n.class_code, n.municipality_id, n.population, n.population_date, n.written_form as own_form,
    f.nomination_id is not null as finalist, coalesce(f.winner, false) as winner, f.justification, f.written_form as justification_form,
    case when o.own then shown_content(v.content) end as content, case when o.own then q.form -> 'sections' end as questions,
    case when o.own and c.with_contact then jsonb_build_object('name', v.content ->> 'contactName', 'email', v.content ->> 'contactEmail',
      'phone', v.content ->> 'contactPhone') end as contact,
    case when o.own then d.basis end as basis, case when o.own then d.fields else '{}' end as fields,
    case when o.own then d.traits else '{}' end as traits, case when o.own then d.own_text end as own_text,
    case when o.own then d.own_letters end as own_letters, case when f.justification is not null then d.reasons end as reasons,
    case when f.justification is not null then d.reasons_letters end as reasons_letters
  from nomination n
  join edition q on q.id = n.edition_id
  left join released_entry f on f.nomination_id = n.id
  left join learning_consent c on c.nomination_id = n.id and c.given
  left join nomination_version v on v.id = n.submitted_version_id
  left join search_document d on d.nomination_id = n.id
  cross join lateral (select c.nomination_id is not null and v.id is not null
    and n.state in ('submitted', 'in-eligibility-check', 'returned', 'eligible', 'in-review', 'assessed')
    and (f.nomination_id is not null or (
      exists (select from edition_class e where e.edition_id = n.edition_id)
      and not exists (select from edition_class e where e.edition_id = n.edition_id and not exists (
        select from release r where r.edition_id = e.edition_id and r.kind = 'winners' and r.scope = e.code)))) as own) o
  where (n.state <> 'withdrawn' or f.justification is not null) and n.class_code is not null and (o.own or f.justification is not null);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
