-- Version 1: the records of a dossier. One statement per paragraph; frozen once released.

-- *_first, *_last, *_precision, sort_name and the names of link tables are derived by the program.

CREATE TABLE level (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 500),
  position INTEGER CHECK (position >= 0)
) STRICT;

CREATE TABLE party (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 500),
  kind TEXT NOT NULL DEFAULT 'state' CHECK (kind IN ('state', 'organisation', 'entity', 'other')),
  code TEXT CHECK (length(code) <= 2),
  short_name TEXT CHECK (length(short_name) <= 80),
  other_names TEXT CHECK (length(other_names) <= 2000),
  note TEXT CHECK (length(note) <= 20000),
  sort_name TEXT
) STRICT;

CREATE UNIQUE INDEX party_code ON party (code);

CREATE INDEX party_sort_name ON party (sort_name, id);

CREATE TABLE series (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 500),
  short_name TEXT CHECK (length(short_name) <= 80),
  organisation TEXT REFERENCES party (id),
  kind TEXT NOT NULL DEFAULT 'ministerial' CHECK (kind IN ('summit', 'ministerial', 'committee', 'expert', 'bilateral', 'conference', 'other')),
  frequency TEXT CHECK (length(frequency) <= 500),
  note TEXT CHECK (length(note) <= 20000),
  sort_name TEXT
) STRICT;

CREATE INDEX series_organisation ON series (organisation);

CREATE INDEX series_sort_name ON series (sort_name, id);

CREATE TABLE membership (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  party TEXT NOT NULL REFERENCES party (id),
  organisation TEXT REFERENCES party (id),
  series TEXT REFERENCES series (id),
  role TEXT NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'observer', 'partner', 'guest')),
  since TEXT CHECK (length(since) <= 80),
  until TEXT CHECK (length(until) <= 80),
  since_first TEXT,
  since_last TEXT,
  since_precision TEXT,
  until_first TEXT,
  until_last TEXT,
  until_precision TEXT
) STRICT;

CREATE INDEX membership_party ON membership (party);

CREATE INDEX membership_organisation ON membership (organisation);

CREATE INDEX membership_series ON membership (series);

CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 500),
  given TEXT CHECK (length(given) <= 500),
  family TEXT CHECK (length(family) <= 500),
  name_order TEXT NOT NULL DEFAULT 'given first' CHECK (name_order IN ('given first', 'family first')),
  native_name TEXT CHECK (length(native_name) <= 500),
  note TEXT CHECK (length(note) <= 20000),
  sort_name TEXT
) STRICT;

CREATE INDEX person_sort_name ON person (sort_name, id);

CREATE TABLE meeting (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 500),
  series TEXT REFERENCES series (id),
  number INTEGER CHECK (number >= 0),
  numbering_note TEXT CHECK (length(numbering_note) <= 500),
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'announced', 'confirmed', 'held', 'postponed', 'cancelled')),
  date TEXT CHECK (length(date) <= 80),
  city TEXT CHECK (length(city) <= 500),
  country TEXT REFERENCES party (id),
  venue TEXT CHECK (length(venue) <= 500),
  host TEXT REFERENCES party (id),
  mode TEXT NOT NULL DEFAULT 'unknown' CHECK (mode IN ('unknown', 'in person', 'virtual', 'hybrid')),
  theme TEXT CHECK (length(theme) <= 500),
  summary TEXT CHECK (length(summary) <= 20000),
  previous TEXT REFERENCES meeting (id),
  date_first TEXT,
  date_last TEXT,
  date_precision TEXT,
  sort_name TEXT
) STRICT;

CREATE UNIQUE INDEX meeting_number ON meeting (series, number);

CREATE INDEX meeting_country ON meeting (country);

CREATE INDEX meeting_host ON meeting (host);

CREATE INDEX meeting_previous ON meeting (previous);

CREATE INDEX meeting_sort_name ON meeting (sort_name, id);

CREATE INDEX meeting_status ON meeting (status, id);

CREATE INDEX meeting_date_first ON meeting (date_first, date_last, id);

CREATE TABLE delegation (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  meeting TEXT NOT NULL REFERENCES meeting (id),
  party TEXT NOT NULL REFERENCES party (id),
  status TEXT NOT NULL DEFAULT 'unknown' CHECK (status IN ('unknown', 'invited', 'expected', 'attended', 'absent')),
  part TEXT NOT NULL DEFAULT 'member' CHECK (part IN ('member', 'observer', 'guest', 'host', 'secretariat')),
  note TEXT CHECK (length(note) <= 20000),
  sort_name TEXT
) STRICT;

CREATE UNIQUE INDEX delegation_once ON delegation (meeting, party);

CREATE INDEX delegation_party ON delegation (party);

CREATE INDEX delegation_sort_name ON delegation (sort_name, id);

CREATE INDEX delegation_status ON delegation (status, id);

CREATE TABLE delegate (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  delegation TEXT NOT NULL REFERENCES delegation (id),
  person TEXT REFERENCES person (id),
  title TEXT CHECK (length(title) <= 500),
  level TEXT REFERENCES level (id),
  role TEXT NOT NULL DEFAULT 'head' CHECK (role IN ('head', 'chair', 'co-chair', 'member', 'speaker', 'signatory', 'observer')),
  on_behalf_of TEXT REFERENCES party (id)
) STRICT;

CREATE INDEX delegate_delegation ON delegate (delegation);

CREATE INDEX delegate_person ON delegate (person);

CREATE INDEX delegate_level ON delegate (level);

CREATE INDEX delegate_on_behalf_of ON delegate (on_behalf_of);

CREATE TABLE programme_item (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  title TEXT NOT NULL CHECK (trim(title) <> '' AND length(title) <= 500),
  meeting TEXT NOT NULL REFERENCES meeting (id),
  position INTEGER CHECK (position >= 0),
  kind TEXT NOT NULL DEFAULT 'session' CHECK (kind IN ('session', 'visit', 'ceremony', 'signing')),
  time TEXT CHECK (length(time) <= 80),
  place TEXT CHECK (length(place) <= 500),
  note TEXT CHECK (length(note) <= 20000)
) STRICT;

CREATE INDEX programme_item_meeting ON programme_item (meeting);

CREATE TABLE document (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  title TEXT NOT NULL CHECK (trim(title) <> '' AND length(title) <= 500),
  kind TEXT NOT NULL DEFAULT 'declaration' CHECK (kind IN ('declaration', 'communique', 'statement', 'treaty', 'agreement', 'draft', 'memorandum', 'minutes', 'decision', 'report')),
  address TEXT CHECK (length(address) <= 2000),
  summary TEXT CHECK (length(summary) <= 20000),
  sort_name TEXT
) STRICT;

CREATE INDEX document_sort_name ON document (sort_name, id);

CREATE TABLE document_stage (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  document TEXT NOT NULL REFERENCES document (id),
  stage TEXT NOT NULL DEFAULT 'proposed' CHECK (stage IN ('proposed', 'drafting', 'agreed', 'adopted', 'signed', 'in force', 'superseded')),
  date TEXT CHECK (length(date) <= 80),
  meeting TEXT REFERENCES meeting (id),
  place TEXT CHECK (length(place) <= 500),
  date_first TEXT,
  date_last TEXT,
  date_precision TEXT
) STRICT;

CREATE INDEX document_stage_document ON document_stage (document);

CREATE INDEX document_stage_meeting ON document_stage (meeting);

CREATE TABLE document_party (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  document TEXT NOT NULL REFERENCES document (id),
  party TEXT NOT NULL REFERENCES party (id),
  role TEXT NOT NULL DEFAULT 'party' CHECK (role IN ('party', 'initiator', 'signatory'))
) STRICT;

CREATE UNIQUE INDEX document_party_once ON document_party (document, party, role);

CREATE INDEX document_party_party ON document_party (party);

CREATE TABLE meeting_document (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  meeting TEXT NOT NULL REFERENCES meeting (id),
  document TEXT NOT NULL REFERENCES document (id),
  treatment TEXT NOT NULL DEFAULT 'discussed' CHECK (treatment IN ('reviewed', 'discussed', 'adopted', 'signed'))
) STRICT;

CREATE UNIQUE INDEX meeting_document_once ON meeting_document (meeting, document, treatment);

CREATE INDEX meeting_document_document ON meeting_document (document);

CREATE TABLE body (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 500),
  kind TEXT NOT NULL DEFAULT 'expert group' CHECK (kind IN ('expert group', 'task force', 'working group', 'secretariat')),
  mandate TEXT CHECK (length(mandate) <= 20000),
  set_up_by TEXT REFERENCES party (id),
  set_up_at TEXT REFERENCES meeting (id),
  initiated_by TEXT REFERENCES party (id),
  reports_to TEXT REFERENCES body (id),
  sort_name TEXT
) STRICT;

CREATE INDEX body_set_up_by ON body (set_up_by);

CREATE INDEX body_set_up_at ON body (set_up_at);

CREATE INDEX body_initiated_by ON body (initiated_by);

CREATE INDEX body_reports_to ON body (reports_to);

CREATE INDEX body_sort_name ON body (sort_name, id);

CREATE TABLE body_member (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  body TEXT NOT NULL REFERENCES body (id),
  party TEXT NOT NULL REFERENCES party (id)
) STRICT;

CREATE UNIQUE INDEX body_member_once ON body_member (body, party);

CREATE INDEX body_member_party ON body_member (party);

CREATE TABLE task (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  title TEXT NOT NULL CHECK (trim(title) <> '' AND length(title) <= 500),
  kind TEXT NOT NULL DEFAULT 'decision' CHECK (kind IN ('decision', 'promise', 'mandate', 'own work')),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'in progress', 'done', 'partly', 'dropped', 'superseded')),
  made_at TEXT REFERENCES meeting (id),
  from_document TEXT REFERENCES document (id),
  owner_party TEXT REFERENCES party (id),
  owner_body TEXT REFERENCES body (id),
  owner_person TEXT REFERENCES person (id),
  owner_note TEXT CHECK (length(owner_note) <= 500),
  due TEXT CHECK (length(due) <= 80),
  due_meeting TEXT REFERENCES meeting (id),
  reminder TEXT CHECK (length(reminder) <= 80),
  note TEXT CHECK (length(note) <= 20000),
  due_first TEXT,
  due_last TEXT,
  due_precision TEXT,
  reminder_first TEXT,
  reminder_last TEXT,
  reminder_precision TEXT,
  sort_name TEXT,
  CHECK ((owner_party IS NOT NULL) + (owner_body IS NOT NULL) + (owner_person IS NOT NULL) <= 1),
  CHECK (due IS NULL OR due_meeting IS NULL)
) STRICT;

CREATE INDEX task_made_at ON task (made_at);

CREATE INDEX task_from_document ON task (from_document);

CREATE INDEX task_owner_party ON task (owner_party);

CREATE INDEX task_owner_body ON task (owner_body);

CREATE INDEX task_owner_person ON task (owner_person);

CREATE INDEX task_due_meeting ON task (due_meeting);

CREATE INDEX task_sort_name ON task (sort_name, id);

CREATE INDEX task_status ON task (status, id);

CREATE INDEX task_due_first ON task (due_first, due_last, id);

CREATE INDEX task_reminder_first ON task (reminder_first, reminder_last, id);

CREATE TABLE progress (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  task TEXT NOT NULL REFERENCES task (id),
  date TEXT CHECK (length(date) <= 80),
  meeting TEXT REFERENCES meeting (id),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'in progress', 'done', 'partly', 'dropped', 'superseded')),
  note TEXT CHECK (length(note) <= 20000),
  source TEXT REFERENCES source (id),
  date_first TEXT,
  date_last TEXT,
  date_precision TEXT
) STRICT;

CREATE INDEX progress_task ON progress (task);

CREATE INDEX progress_meeting ON progress (meeting);

CREATE INDEX progress_source ON progress (source);

CREATE INDEX progress_status ON progress (status, id);

CREATE TABLE dependency (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  task TEXT NOT NULL REFERENCES task (id),
  depends_on TEXT NOT NULL REFERENCES task (id)
) STRICT;

CREATE UNIQUE INDEX dependency_once ON dependency (task, depends_on);

CREATE INDEX dependency_depends_on ON dependency (depends_on);

CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  title TEXT NOT NULL CHECK (trim(title) <> '' AND length(title) <= 500),
  kind TEXT NOT NULL DEFAULT 'news' CHECK (kind IN ('news', 'press release', 'communique', 'official', 'note', 'other')),
  publisher TEXT CHECK (length(publisher) <= 500),
  address TEXT CHECK (length(address) <= 2000),
  published TEXT CHECK (length(published) <= 80),
  accessed TEXT CHECK (length(accessed) <= 80),
  language TEXT CHECK (length(language) <= 35),
  text TEXT CHECK (length(text) <= 2000000),
  published_first TEXT,
  published_last TEXT,
  published_precision TEXT,
  accessed_first TEXT,
  accessed_last TEXT,
  accessed_precision TEXT,
  sort_name TEXT
) STRICT;

CREATE INDEX source_sort_name ON source (sort_name, id);

CREATE INDEX source_published_first ON source (published_first, published_last, id);

CREATE INDEX source_accessed_first ON source (accessed_first, accessed_last, id);

CREATE TABLE spelling (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 500),
  person TEXT NOT NULL REFERENCES person (id),
  source TEXT REFERENCES source (id)
) STRICT;

CREATE INDEX spelling_person ON spelling (person);

CREATE INDEX spelling_source ON spelling (source);

CREATE TABLE statement (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  quote TEXT NOT NULL CHECK (trim(quote) <> '' AND length(quote) <= 4000),
  source TEXT NOT NULL REFERENCES source (id),
  subject_table TEXT NOT NULL CHECK (trim(subject_table) <> '' AND length(subject_table) <= 40),
  subject TEXT NOT NULL CHECK (trim(subject) <> '' AND length(subject) <= 40),
  field TEXT NOT NULL CHECK (trim(field) <> '' AND length(field) <= 40),
  value TEXT CHECK (length(value) <= 4000),
  start INTEGER CHECK (start >= 0),
  stop INTEGER CHECK (stop >= 0),
  chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
  reason TEXT CHECK (length(reason) <= 500),
  CHECK (stop >= start)
) STRICT;

CREATE INDEX statement_source ON statement (source);

CREATE INDEX statement_subject ON statement (subject_table, subject);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 500),
  subject_table TEXT NOT NULL CHECK (trim(subject_table) <> '' AND length(subject_table) <= 40),
  subject TEXT NOT NULL CHECK (trim(subject) <> '' AND length(subject) <= 40),
  media_type TEXT CHECK (length(media_type) <= 120),
  size INTEGER CHECK (size >= 0),
  sha256 TEXT NOT NULL CHECK (trim(sha256) <> '' AND length(sha256) <= 64)
) STRICT;

CREATE INDEX attachment_subject ON attachment (subject_table, subject);

CREATE TABLE tag (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 80)
) STRICT;

CREATE UNIQUE INDEX tag_name ON tag (name);

CREATE TABLE tagging (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT,
  tag TEXT NOT NULL REFERENCES tag (id),
  subject_table TEXT NOT NULL CHECK (trim(subject_table) <> '' AND length(subject_table) <= 40),
  subject TEXT NOT NULL CHECK (trim(subject) <> '' AND length(subject) <= 40)
) STRICT;

CREATE UNIQUE INDEX tagging_once ON tagging (tag, subject_table, subject);

CREATE INDEX tagging_subject ON tagging (subject_table, subject);

CREATE TABLE saved_filter (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '' AND length(name) <= 120),
  view TEXT CHECK (length(view) <= 40),
  terms TEXT NOT NULL CHECK (trim(terms) <> '' AND length(terms) <= 20000)
) STRICT;

CREATE TABLE attachment_content (
  sha256 TEXT PRIMARY KEY NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE search_entry (
  docid INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  UNIQUE (tbl, row)
) STRICT;

CREATE VIRTUAL TABLE search_text USING fts5 (
  folded, sound, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE edit (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  desk TEXT NOT NULL,
  undoes TEXT REFERENCES edit (id),
  digest TEXT
) STRICT;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  edit TEXT REFERENCES edit (id),
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE INDEX change_row ON change (tbl, row, seq);

CREATE INDEX change_edit ON change (edit, seq);

CREATE INDEX edit_undoes ON edit (undoes);

CREATE INDEX edit_desk ON edit (desk, number);

CREATE TABLE journal_now (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  edit TEXT
) STRICT;

INSERT INTO journal_now (only, edit) VALUES (1, NULL);
