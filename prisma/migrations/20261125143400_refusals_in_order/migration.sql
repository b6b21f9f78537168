-- Triggers fire by name: who withdraws without a request is told that, before anything about a schedule.
ALTER TRIGGER check_scheduled_version ON version RENAME TO check_version_time;
