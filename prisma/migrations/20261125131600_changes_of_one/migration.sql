-- The changes of an economy, of a pillar and of a kind are read newest first: without these a rare one is looked for in all versions.
CREATE INDEX version_economy_newest ON published.version (economy_code, published_at DESC);
CREATE INDEX version_pillar_newest ON published.version (pillar, published_at DESC);
CREATE INDEX version_kind_newest ON published.version ((content ->> 'changeKind'), published_at DESC);
