-- Values that everybody may see, and when a number counts as on its way.

-- Until statistical disclosure control exists, only values of the whole municipality, for everybody in it, leave the
-- house (domain.md 7.4). Whatever shows, exports or serves values reads this view and never the table.
create view public_observation with (security_invoker = true) as
  select municipality_id, id, indicator_id, period_from, period_to, value, numerator, denominator, sign, flags, note,
    source, version, created_at
  from observation
  where area_id is null and dimensions = '{}'::jsonb;

-- Finds the query anywhere in a folded text, for the search boxes of forms: what LIKE takes for wildcards is taken
-- literally.
create or replace function like_pattern(query text) returns text
  language sql immutable parallel safe
  return '%' || replace(replace(replace(fold(query), '\', '\\'), '%', '\%'), '_', '\_') || '%';

create index observation_indicator on observation (municipality_id, indicator_id, period_to);
create index area_key on area (municipality_id, level, area_key);
create index measure_area_area on measure_area (municipality_id, area_id);
create index actor_area_area on actor_area (municipality_id, area_id);
create index measure_indicator_indicator on measure_indicator (municipality_id, plan_version_id, indicator_id);
create index goal_indicator_indicator on goal_indicator (municipality_id, plan_version_id, indicator_id);

-- How far a number may lie behind its planned path, as shares of the way: green, then yellow, then red (domain.md 4.4).
-- No row: 0.10 and 0.30.
create table indicator_setting (
  municipality_id bigint primary key references municipality (id) on delete cascade,
  green_within numeric not null default 0.10 check (green_within between 0 and 1),
  yellow_within numeric not null default 0.30 check (yellow_within between 0 and 1),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  check (green_within <= yellow_within)
);
