-- Actors, units, budget products and bodies: what their pages need beyond the frame.

-- The day on which a contact person took the consent back: from then on nothing of it is shown, and the retention job
-- removes it.
alter table actor_contact add column withdrawn_on date;

-- Cost centres and orders whose bookings belong to this product; the beginning is enough: 318005 means 318005.12 too.
alter table budget_product
  add column cost_objects text[] not null default '{}',
  add column created_at timestamptz not null default now(),
  add column updated_at timestamptz not null default now();
create index goal_budget_product on goal (municipality_id, budget_product_id) where budget_product_id is not null;

-- What stands on both sides of a comparison of bookkeeping numbers: digits and letters only.
create function bare_number(value text) returns text
  language sql immutable parallel safe
  return upper(regexp_replace(value, '[^0-9A-Za-z]', '', 'g'));

create index body_seat_body on body_seat (municipality_id, body_id);
create index body_seat_actor on body_seat (municipality_id, actor_id) where actor_id is not null;
create index body_task_body on body_task (municipality_id, body_id);
create index measure_lead_unit on measure (municipality_id, lead_org_unit_id) where lead_org_unit_id is not null;
create index measure_lead_actor on measure (municipality_id, lead_actor_id) where lead_actor_id is not null;

-- Two entries are the same organisation: everything that points to the one points to the other afterwards. Each table
-- that refers to an actor has its line here (a test looks for forgotten ones). Runs with the rights of who calls it, so
-- row-level security keeps it inside the municipality. Returns the measures whose lead or partners changed.
create function move_actor_links(from_actor bigint, into_actor bigint)
  returns table (plan_version_id bigint, measure_id bigint, was_lead boolean)
  language plpgsql as $$
#variable_conflict use_column
begin
  return query
    update measure m set lead_actor_id = into_actor, version = m.version + 1, updated_at = now()
    where m.lead_actor_id = from_actor returning m.plan_version_id, m.id, true;
  return query
    delete from measure_partner p using measure_partner q
    where p.actor_id = from_actor and q.actor_id = into_actor
      and q.plan_version_id = p.plan_version_id and q.measure_id = p.measure_id
    returning p.plan_version_id, p.measure_id, false;
  return query
    update measure_partner p set actor_id = into_actor where p.actor_id = from_actor
    returning p.plan_version_id, p.measure_id, false;
  update body_seat s set actor_id = into_actor where s.actor_id = from_actor;
  update membership m set actor_id = into_actor where m.actor_id = from_actor;
  update invitation i set actor_id = into_actor where i.actor_id = from_actor;
  update actor_contact c set actor_id = into_actor where c.actor_id = from_actor;
  insert into actor_action_field (municipality_id, actor_id, action_field_id)
    select f.municipality_id, into_actor, f.action_field_id from actor_action_field f where f.actor_id = from_actor
    on conflict do nothing;
  delete from actor_action_field f where f.actor_id = from_actor;
  insert into actor_area (municipality_id, actor_id, area_id)
    select a.municipality_id, into_actor, a.area_id from actor_area a where a.actor_id = from_actor
    on conflict do nothing;
  delete from actor_area a where a.actor_id = from_actor;
end $$;
