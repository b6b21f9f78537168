-- What is published is indexed at once. By default PostgreSQL puts the words of new rows on a list, up to 4 MB of them, which every search then
-- reads from end to end: after a thousand publications finding a few texts took eight times as long. Here is read far more often than written.
ALTER INDEX published.wording_current SET (fastupdate = off);
ALTER INDEX published.wording_past SET (fastupdate = off);
SELECT gin_clean_pending_list('published.wording_current'), gin_clean_pending_list('published.wording_past');
