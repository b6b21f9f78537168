-- The list that nothing is asked of shows the newest first: without this it sorts every current measure.
CREATE INDEX version_current_newest ON published.version (published_at DESC, ref) WHERE is_current;
