-- The history of one act, newest first, among a million entries of everything.
CREATE INDEX audit_entry_act_history ON audit_entry ((details ->> 'act'), id) WHERE action IN ('act.registered', 'act.edited', 'act.merged');
