-- A chapter between the fields names the field after which it stands. Null: it stands after the whole list.
alter table chapter add column after_field_id bigint;
alter table chapter add constraint chapter_after_field
  foreign key (municipality_id, plan_version_id, after_field_id)
  references action_field (municipality_id, plan_version_id, id) on delete set null (after_field_id);
alter table chapter add constraint chapter_after_field_between check (after_field_id is null or place = 'BETWEEN');
create index chapter_after_field on chapter (municipality_id, plan_version_id, after_field_id)
  where after_field_id is not null;
