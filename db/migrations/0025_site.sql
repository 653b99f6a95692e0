-- The film in sign language: a link to where it is shown, or a file of our own, and its words.
create table sign_language_film (
  municipality_id bigint primary key references municipality (id) on delete cascade,
  link text check (link ~ '^https://'),
  file_id bigint,
  transcript text,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  foreign key (municipality_id, file_id) references file (municipality_id, id)
);
