-- What a source says it sent: so many records of a type, received here from from_at (inclusive) to to_at (exclusive).
-- A later manifest for the same window replaces the earlier. Read with FINAL.
CREATE TABLE IF NOT EXISTS manifest
(
    source LowCardinality(String),
    type LowCardinality(String),
    from_at DateTime64(3, 'UTC'),
    to_at DateTime64(3, 'UTC'),
    records UInt64,
    version DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (source, type, from_at, to_at);
