-- The main colour of a municipality on light paper, and on dark where it is not made from the first.
alter table municipality add column colour_dark text;
alter table municipality add check (colour ~ '^#[0-9a-f]{6}$');
alter table municipality add check (colour_dark ~ '^#[0-9a-f]{6}$');
