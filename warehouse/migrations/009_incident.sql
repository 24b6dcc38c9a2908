-- Differences that the reconciler found and healed, with what stood there before and after (JSON).
CREATE TABLE IF NOT EXISTS incident
(
    at DateTime64(3, 'UTC'),
    id String,
    subject LowCardinality(String),
    differing UInt64,
    detail String
)
ENGINE = MergeTree
ORDER BY (at, id);
