-- What a person looks for stands first: the words in the title, then in the text, then in the name of who leads. Rank 1 and below:
-- only similar letters (the page says so).
create or replace function search_measures(in_version bigint, query text) returns table (id bigint, rank real)
  language sql stable security definer rows 100
  set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5
  begin atomic
    with found as (
      select m.id, case when fold(m.number || ' ' || m.title) like word_pattern(query, 1)
          and fold(m.number || ' ' || m.title) like word_pattern(query, 2)
          and fold(m.number || ' ' || m.title) like word_pattern(query, 3) then 4 else 3 end::real as rank
      from measure m
      where m.municipality_id = current_municipality() and m.plan_version_id = in_version
        and m.search_text like word_pattern(query, 1) and m.search_text like word_pattern(query, 2)
        and m.search_text like word_pattern(query, 3)),
    led as (
      select m.id from org_unit o
      join measure m on m.municipality_id = o.municipality_id and m.lead_org_unit_id = o.id
      where o.municipality_id = current_municipality() and m.plan_version_id = in_version
        and fold(o.name) like word_pattern(query, 1) and fold(o.name) like word_pattern(query, 2)
        and fold(o.name) like word_pattern(query, 3)
      union all
      select m.id from actor a
      join measure m on m.municipality_id = a.municipality_id and m.lead_actor_id = a.id
      where a.municipality_id = current_municipality() and m.plan_version_id = in_version
        and a.search_text like word_pattern(query, 1) and fold(a.name) like word_pattern(query, 1)
        and fold(a.name) like word_pattern(query, 2) and fold(a.name) like word_pattern(query, 3))
    select f.id, f.rank from found f
    union all
    select l.id, 2::real from led l where not exists (select from found f where f.id = l.id)
    union all
    select m.id, word_similarity(fold(query), m.search_text) from measure m
    where not exists (select from found) and not exists (select from led) and length(query) > 3
      and m.municipality_id = current_municipality() and m.plan_version_id = in_version and fold(query) <% m.search_text;
  end;
