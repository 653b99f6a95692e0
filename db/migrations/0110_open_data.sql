-- What a portal of open data must know of a municipality: the licence of its data, who delivers them (a name that GovData
-- gives out), and the official key of its area (five digits of a county, eight or twelve of a municipality).
alter table municipality add column data_licence text not null default 'dl-by-de/2.0'
  check (data_licence in ('dl-by-de/2.0', 'dl-zero-de/2.0', 'cc-by/4.0', 'cc-zero'));
alter table municipality add column contributor_id text
  check (contributor_id ~ '^http://dcat-ap\.de/def/contributors/[A-Za-z0-9_-]+$');
alter table municipality add column area_key text check (area_key ~ '^([0-9]{5}|[0-9]{8}|[0-9]{12})$');
