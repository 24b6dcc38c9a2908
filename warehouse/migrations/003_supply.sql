-- Allocation decisions, one row per line (product × recipient). `unit` is the recipient.
CREATE TABLE IF NOT EXISTS decision_ledger
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
    number String,
    round UInt16,
    product LowCardinality(String),
    doses Int64,
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (day, unit, key);

-- Movements of stock. `unit` is the unit whose stock it concerns.
CREATE TABLE IF NOT EXISTS movement_ledger
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
    lot LowCardinality(String),
    product LowCardinality(String),
    doses Int64,
    from_holder String,
    to_holder String,
    decision String,
    reason String,
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (day, unit, key);

-- from_level / to_level: national, abroad, unit or facility.
CREATE TABLE IF NOT EXISTS movement_day
(
    day Date,
    unit LowCardinality(String),
    product LowCardinality(String),
    lot LowCardinality(String),
    kind LowCardinality(String),
    from_level LowCardinality(String),
    to_level LowCardinality(String),
    movements Int64,
    doses Int64
)
ENGINE = SummingMergeTree((movements, doses))
ORDER BY (day, unit, product, lot, kind, from_level, to_level);

CREATE MATERIALIZED VIEW IF NOT EXISTS movement_day_mv TO movement_day AS
SELECT day, unit, product, lot, kind, splitByChar(':', from_holder)[1] AS from_level, splitByChar(':', to_holder)[1] AS to_level,
    sum(toInt64(sign)) AS movements, sum(sign * doses) AS doses
FROM movement_ledger
GROUP BY day, unit, product, lot, kind, from_level, to_level;

-- Lots; `unit` is ZZ.
CREATE TABLE IF NOT EXISTS lot_ledger
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
    lot String,
    product LowCardinality(String),
    manufacturer String,
    expiry Date,
    status LowCardinality(String),
    document String,
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (lot, key);
