-- One administrator who may sign in is always left, whoever changes the accounts and however many do it at once (decision 29). A database
-- without any is not refused: that is how one begins. Nobody is ever deleted: what they did refers to them.

-- Asked at the end of the transaction, so that an administrator can hand over in any order within one. The one who is left is locked until
-- then: of two who take the role of each other, the later one waits for the earlier, or is ended as a deadlock.
CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM person WHERE role = 'administrator' AND disabled_at IS NULL LIMIT 1 FOR SHARE SKIP LOCKED;
  IF FOUND THEN RETURN NULL; END IF;
  PERFORM FROM person WHERE role = 'administrator' AND disabled_at IS NULL LIMIT 1 FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the last administrator can neither be disabled nor demoted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER keep_an_administrator AFTER UPDATE OF role, disabled_at ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.role = 'administrator' AND OLD.disabled_at IS NULL AND (NEW.role <> 'administrator' OR NEW.disabled_at IS NOT NULL))
  EXECUTE FUNCTION keep_an_administrator();
