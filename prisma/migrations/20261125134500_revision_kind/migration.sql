-- What made a revision: somebody who pressed Save, or the form by itself while they typed. It is no part of the content, so the digest does not know it.
CREATE TYPE revision_kind AS ENUM ('save', 'autosave');
ALTER TABLE revision ADD COLUMN kind revision_kind NOT NULL DEFAULT 'save';
