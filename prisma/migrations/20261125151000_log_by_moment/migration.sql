-- The log is told in the order of what happened: entries carry the moment of their command, which need not be the order of their rows.
DROP INDEX audit_entry_at_idx;
CREATE INDEX audit_entry_at_id_idx ON audit_entry (at, id);
