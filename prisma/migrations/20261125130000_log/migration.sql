-- The log of the desk is narrowed by economy, by kind of deed and by day: none of them reads the whole trail.
CREATE INDEX audit_entry_economy_idx ON audit_entry (left(measure_ref, 2), id) WHERE measure_ref IS NOT NULL;
CREATE INDEX audit_entry_action_id_idx ON audit_entry (action, id);
CREATE INDEX audit_entry_at_idx ON audit_entry (at);
