-- In which language somebody wants pages and mails. Absent: as the browser asks.
create table account_setting (
  account_id uuid primary key references auth."user" (id) on delete cascade,
  language text not null,
  updated_at timestamptz not null default now()
);

-- Where one role owns the tables and runs the app (a foreign database with one login), row-level security is forced on
-- it, and a `security definer` function sees no more than the session. So these walk through the municipalities instead,
-- which works with one role and with two, and put the session's municipality back.
create or replace function municipalities_of(account uuid)
  returns table (municipality_id bigint, roles text[], ends_on date)
  language plpgsql volatile set search_path = public, pg_temp
as $$
declare
  before text := coalesce(current_setting('app.municipality', true), '');
  place bigint;
begin
  for place in select m.id from municipality m loop
    perform set_config('app.municipality', place::text, true);
    return query select m.municipality_id, m.roles, m.ends_on from membership m
      where m.municipality_id = place and m.account_id = account;
  end loop;
  perform set_config('app.municipality', before, true);
end
$$;

-- The same with what somebody has agreed to in each place, for their own account page.
create function consents_of(account uuid) returns table (municipality_id bigint, name_is_public boolean)
  language plpgsql volatile set search_path = public, pg_temp
as $$
declare
  before text := coalesce(current_setting('app.municipality', true), '');
  place bigint;
begin
  for place in select m.id from municipality m loop
    perform set_config('app.municipality', place::text, true);
    return query select m.municipality_id, m.name_is_public from membership m
      where m.municipality_id = place and m.account_id = account;
  end loop;
  perform set_config('app.municipality', before, true);
end
$$;

create or replace function municipality_of_token(hash text)
  returns table (kind text, municipality_id bigint, id bigint)
  language plpgsql volatile set search_path = public, pg_temp
as $$
declare
  before text := coalesce(current_setting('app.municipality', true), '');
  place bigint;
begin
  for place in select m.id from municipality m loop
    perform set_config('app.municipality', place::text, true);
    return query
      select 'invitation', i.municipality_id, i.id from invitation i
        where i.municipality_id = place and i.token_hash = hash
      union all
      select 'preview', p.municipality_id, p.id from preview_link p
        where p.municipality_id = place and p.token_hash = hash;
  end loop;
  perform set_config('app.municipality', before, true);
end
$$;

-- Whether an open invitation waits for this address: asked when somebody comes in through the county's own sign-in.
create function is_invited(address text) returns boolean
  language plpgsql volatile set search_path = public, pg_temp
as $$
declare
  before text := coalesce(current_setting('app.municipality', true), '');
  place bigint;
  found_one boolean := false;
begin
  for place in select m.id from municipality m loop
    perform set_config('app.municipality', place::text, true);
    found_one := found_one or exists (
      select from invitation i
      where i.municipality_id = place and i.email = address
        and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    );
  end loop;
  perform set_config('app.municipality', before, true);
  return found_one;
end
$$;
