-- Derived: of each item the last execution that counts. With when the one before it was performed, this
-- mostly says how the item stands, and takes as long to be read however long the journal is.
CREATE TABLE last_done (
  item         TEXT NOT NULL PRIMARY KEY,
  performed_at INTEGER NOT NULL,
  finish_seq   INTEGER NOT NULL,
  for_key      TEXT NOT NULL,
  valid_until  TEXT NOT NULL,
  request      TEXT NOT NULL,
  cycle        TEXT NOT NULL,
  before_at    INTEGER  -- of the execution before it; NULL: it is the first
) STRICT;
