-- What units reported in bulletins: cumulative to the end of `day`; NULL is unknown, never 0.
CREATE TABLE IF NOT EXISTS tally_ledger
(
    key String,
    rev UInt32,
    line UInt16,
    hash String,
    sign Int8,
    day Date,
    unit LowCardinality(String),
    occurred_at DateTime64(3, 'UTC'),
    recorded_at DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    known_at DateTime64(3, 'UTC'),
    batch String,
    dose1 Nullable(Int64),
    dose2 Nullable(Int64),
    dose3 Nullable(Int64),
    total Nullable(Int64),
    allocated_planned Nullable(Int64),
    allocated_received Nullable(Int64),
    population Nullable(Int64),
    population18 Nullable(Int64),
    points Nullable(Int64),
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (day, unit, key);

-- Citizens' correction requests.
CREATE TABLE IF NOT EXISTS request_ledger
(
    key String,
    rev UInt32,
    line UInt16,
    hash String,
    sign Int8,
    day Date,
    unit LowCardinality(String),
    occurred_at DateTime64(3, 'UTC'),
    recorded_at DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    known_at DateTime64(3, 'UTC'),
    batch String,
    kind LowCardinality(String),
    settled_at Nullable(DateTime64(3, 'UTC')),
    outcome LowCardinality(String),
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (day, unit, key);

CREATE TABLE IF NOT EXISTS request_day
(
    day Date,
    unit LowCardinality(String),
    kind LowCardinality(String),
    outcome LowCardinality(String),
    requests Int64
)
ENGINE = SummingMergeTree
ORDER BY (day, unit, kind, outcome);

CREATE MATERIALIZED VIEW IF NOT EXISTS request_day_mv TO request_day AS
SELECT day, unit, kind, outcome, sum(toInt64(sign)) AS requests
FROM request_ledger
GROUP BY day, unit, kind, outcome;
