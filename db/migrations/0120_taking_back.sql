-- An import can be taken back as a whole. What it replaced is kept for a while: the thing as it was (null: it was
-- created), and a hash of the thing as the import left it, by which a later change is seen.
create table import_kept (
  municipality_id bigint not null,
  import_id bigint not null,
  thing_kind text not null,
  thing_id bigint not null,
  before jsonb,
  after_hash text,
  primary key (municipality_id, import_id, thing_kind, thing_id),
  foreign key (municipality_id, import_id) references import_run (municipality_id, id) on delete cascade
);

alter table import_run
  add column taken_back_at timestamptz,
  add column taken_back_by uuid,
  -- { removed: { kind: n }, restored: { kind: n }, stays: […] }
  add column taken_back jsonb;

create index audit_entry_import on audit_entry (municipality_id, import_id) where import_id is not null;
