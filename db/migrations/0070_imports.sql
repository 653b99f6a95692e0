-- An import is found again by what its file holds, and its rows belong to one version of the plan.
alter table import_run add column sha256 text;
alter table import_run add column plan_version_id bigint;
alter table import_run add column row_count integer not null default 0;
-- A file is offered again as long as nobody has finished with it.
create unique index import_run_open on import_run (municipality_id, what, sha256) where state in ('OPEN', 'REFUSED');
create index import_run_created on import_run (municipality_id, created_at desc);
