-- Version 2: what calendars bring along, the ids that other programs use, and when to look again.

ALTER TABLE meeting ADD COLUMN time TEXT CHECK (length(time) <= 80);

ALTER TABLE meeting ADD COLUMN recurrence TEXT CHECK (length(recurrence) <= 2000);

ALTER TABLE task ADD COLUMN recurrence TEXT CHECK (length(recurrence) <= 2000);

CREATE TABLE identifier (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  value TEXT NOT NULL CHECK (trim(value) <> '' AND length(value) <= 500),
  scheme TEXT NOT NULL CHECK (trim(scheme) <> '' AND length(scheme) <= 40),
  subject_table TEXT NOT NULL CHECK (trim(subject_table) <> '' AND length(subject_table) <= 40),
  subject TEXT NOT NULL CHECK (trim(subject) <> '' AND length(subject) <= 40)
) STRICT;

CREATE UNIQUE INDEX identifier_once ON identifier (scheme, value);

CREATE INDEX identifier_subject ON identifier (subject_table, subject);

CREATE TABLE inquiry (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  missing TEXT NOT NULL CHECK (trim(missing) <> '' AND length(missing) <= 80),
  subject_table TEXT NOT NULL CHECK (trim(subject_table) <> '' AND length(subject_table) <= 40),
  subject TEXT NOT NULL CHECK (trim(subject) <> '' AND length(subject) <= 40),
  again TEXT CHECK (length(again) <= 80),
  note TEXT CHECK (length(note) <= 20000),
  again_first TEXT,
  again_last TEXT,
  again_precision TEXT
) STRICT;

CREATE UNIQUE INDEX inquiry_once ON inquiry (subject_table, subject, missing);

CREATE INDEX inquiry_again_first ON inquiry (again_first, again_last, id);
