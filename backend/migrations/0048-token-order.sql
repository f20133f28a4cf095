-- Which of a workstation's tokens is the newer one is told by the order in which they were issued, not by the clocks of
-- the servers that issued them: a token of a server that is ahead is not the newer one of two for that.
ALTER TABLE workstation_token ADD COLUMN issue bigint;
UPDATE workstation_token SET issue = place
FROM (SELECT token_hash AS hash, row_number() OVER (ORDER BY issued_at) AS place FROM workstation_token) AS placed
WHERE token_hash = hash;
ALTER TABLE workstation_token ALTER COLUMN issue SET NOT NULL,
  ALTER COLUMN issue ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('workstation_token', 'issue'), (SELECT coalesce(max(issue), 0) + 1 FROM workstation_token));
