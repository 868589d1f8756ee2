-- All that the schedule asks of an execution is in the index, so that the runs need not be read: they
-- lie all over a long journal.
DROP INDEX run_done;
CREATE INDEX run_done ON run (item, performed_at, finish_seq, for_key, valid_until, request, cycle)
WHERE satisfies = 1;
