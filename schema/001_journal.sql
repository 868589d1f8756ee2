-- The journal. Table `event` is the truth and is only added to; `blob` holds texts that events name
-- by their SHA-256. Everything else is derived from the events and can be rebuilt.

CREATE TABLE event (
  seq     INTEGER PRIMARY KEY,
  payload TEXT NOT NULL,  -- canonical JSON; these bytes are what is hashed
  hash    BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Also refuses REPLACE on a connection without recursive_triggers, where no DELETE trigger fires.
CREATE TRIGGER event_in_order BEFORE INSERT ON event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN
  SELECT RAISE(ABORT, 'records are added one after another');
END;

CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'records are never changed');
END;

CREATE TRIGGER event_kept BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'records are never removed');
END;

CREATE TABLE blob (
  hash    BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),  -- SHA-256 of content
  content BLOB NOT NULL
) STRICT;

-- The same content again is no mistake, and never replaces what is there.
CREATE TRIGGER blob_once BEFORE INSERT ON blob
WHEN EXISTS (SELECT 1 FROM blob WHERE hash = NEW.hash)
BEGIN
  SELECT RAISE(IGNORE);
END;

CREATE TRIGGER blob_unchanged BEFORE UPDATE ON blob
BEGIN
  SELECT RAISE(ABORT, 'blobs are never changed');
END;

CREATE TRIGGER blob_kept BEFORE DELETE ON blob
BEGIN
  SELECT RAISE(ABORT, 'blobs are never removed');
END;

-- Derived: what events are looked up by. Times are UTC seconds.
CREATE TABLE event_index (
  seq             INTEGER PRIMARY KEY REFERENCES event (seq),
  run             TEXT NOT NULL,
  item            TEXT NOT NULL,
  kind            TEXT NOT NULL,
  person          TEXT NOT NULL,
  recorded_at     INTEGER NOT NULL,
  idempotency_key TEXT NOT NULL,
  ref             TEXT NOT NULL   -- of the run's or the request's incident, ticket …
) STRICT;

CREATE INDEX event_index_run ON event_index (run);
CREATE INDEX event_index_item ON event_index (item);
CREATE INDEX event_index_kind ON event_index (kind);
CREATE INDEX event_index_recorded ON event_index (recorded_at);
CREATE INDEX event_index_ref ON event_index (ref) WHERE ref <> '';
CREATE INDEX event_index_key ON event_index (idempotency_key) WHERE idempotency_key <> '';

-- Derived: how each run stands after its last event.
CREATE TABLE run (
  id           TEXT NOT NULL PRIMARY KEY,
  item         TEXT NOT NULL,
  state        TEXT NOT NULL,
  outcome      TEXT,     -- of the last finish
  started_at   INTEGER NOT NULL,
  performed_at INTEGER,
  finished_at  INTEGER,
  last_seq     INTEGER NOT NULL REFERENCES event (seq),
  satisfies    INTEGER NOT NULL CHECK (satisfies IN (0, 1)),
  valid_until  TEXT NOT NULL,
  cycle        TEXT NOT NULL,     -- as the item had it at the start
  planned_end  INTEGER,           -- of a watch
  for_key      TEXT NOT NULL,     -- the occurrence that the last finish names
  request      TEXT NOT NULL,     -- that the last finish closes
  finish_seq   INTEGER NOT NULL,  -- of the last finish; 0: there was none
  emergency    INTEGER NOT NULL CHECK (emergency IN (0, 1)),  -- begun so, and not yet accepted
  ref          TEXT NOT NULL      -- of an incident, a ticket …: what belongs together
) STRICT;

CREATE INDEX run_item ON run (item, started_at);
CREATE INDEX run_state ON run (state, item);
CREATE INDEX run_done ON run (item, performed_at) WHERE satisfies = 1;
CREATE INDEX run_named ON run (item) WHERE for_key <> '';
CREATE INDEX run_request ON run (request) WHERE request <> '';
CREATE INDEX run_emergency ON run (item) WHERE emergency = 1;

-- Derived: what was asked for.
CREATE TABLE request (
  id           TEXT NOT NULL PRIMARY KEY,
  item         TEXT NOT NULL,
  person       TEXT NOT NULL,
  reason       TEXT NOT NULL,
  ref          TEXT NOT NULL,
  origin       TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  deadline     INTEGER,
  withdrawn_at INTEGER,
  approved_at  INTEGER,
  closed       INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))  -- by a run that counts
) STRICT;

CREATE INDEX request_item ON request (item);
CREATE INDEX request_open ON request (item) WHERE withdrawn_at IS NULL AND closed = 0;

-- Derived: what was excused.
CREATE TABLE waiver (
  seq       INTEGER PRIMARY KEY REFERENCES event (seq),
  item      TEXT NOT NULL,
  key       TEXT NOT NULL,
  until     TEXT NOT NULL,        -- rolling: the date that the due date is moved to
  waived_at INTEGER NOT NULL
) STRICT;
