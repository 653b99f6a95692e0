-- Who signs in: the six tables that better-auth reads and writes, as our own SQL. One account per e-mail address and
-- instance; what a person may do is not here but in membership. Field names are mapped in src/platform/auth/engine.ts;
-- a test lets better-auth compare these tables with what it expects.

create schema auth;

create table auth."user" (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth.session (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth."user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  -- Always empty: addresses of people are not kept.
  ip_address text,
  user_agent text,
  second_factor text not null default 'none' check (second_factor in ('none', 'done')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on auth.session (user_id);

-- One row per way to sign in: provider_id is credential (a password) or oidc (the county's sign-in).
create table auth.account (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth."user" (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  -- What the county's sign-in hands out is used once and never kept.
  access_token text check (access_token is null),
  refresh_token text check (refresh_token is null),
  id_token text check (id_token is null),
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_of_user on auth.account (user_id);

-- Mailed links, passkey challenges, running sign-ins. identifier is a hash of what the person holds.
create table auth.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);
create index verification_expires on auth.verification (expires_at);

-- secret and backup_codes are encrypted with SECRET.
create table auth.two_factor (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null unique references auth."user" (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

create table auth.passkey (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth."user" (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index passkey_of_user on auth.passkey (user_id);

-- The migrator grants to whichever role the app connects as; this covers the usual one when it exists.
do $$
begin
  if exists (select from pg_roles where rolname = 'teilhabewerk_app') then
    grant usage on schema auth to teilhabewerk_app;
    grant select, insert, update, delete on all tables in schema auth to teilhabewerk_app;
  end if;
end
$$;
