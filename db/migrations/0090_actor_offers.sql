-- The directory finds an actor by what it offers, too.

-- The texts of a list as one. Immutable, unlike array_to_string, so that it can be indexed.
create function joined(texts text[]) returns text
  language sql immutable parallel safe
  return (select coalesce(string_agg(t, ' ' order by n), '') from unnest(texts) with ordinality u (t, n));

drop function search_actors(text);
alter table actor drop column search_text;
alter table actor add column search_text text generated always as
  (fold(name || ' ' || coalesce(description, '') || ' ' || coalesce(place, '') || ' ' || joined(offers))) stored;
create index actor_search on actor using gin (municipality_id, search_text gin_trgm_ops);

create function search_actors(query text) returns table (id bigint, rank real)
  language sql stable security definer rows 100 set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5
  begin atomic
    with found as (
      select a.id from actor a
      where a.municipality_id = current_municipality()
        and a.search_text like word_pattern(query, 1) and a.search_text like word_pattern(query, 2)
        and a.search_text like word_pattern(query, 3))
    select f.id, 1::real from found f
    union all
    select a.id, word_similarity(fold(query), a.search_text) from actor a
    where not exists (select from found) and length(query) > 3
      and a.municipality_id = current_municipality() and fold(query) <% a.search_text;
  end;
