-- What the gateway says it accepted, counted by itself before any other process saw it: one row per batch and type
-- ('' = lines whose type is not known). Held against `accounting`, which the writer fills. Read with FINAL.
CREATE TABLE IF NOT EXISTS receipt
(
    batch String,
    source LowCardinality(String),
    type LowCardinality(String),
    received_at DateTime64(3, 'UTC'),
    records UInt32,
    accepted_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(accepted_at)
ORDER BY (source, toStartOfHour(received_at), batch, type);

-- What became of a released record, and why somebody released or discarded it.
ALTER TABLE quarantine ADD COLUMN IF NOT EXISTS outcome LowCardinality(String) DEFAULT '';
ALTER TABLE quarantine ADD COLUMN IF NOT EXISTS reason String DEFAULT '';
