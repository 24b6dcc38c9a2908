-- The facility register.
CREATE TABLE IF NOT EXISTS facility_ledger
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
    id String,
    name String,
    district LowCardinality(String),
    commune LowCardinality(String),
    kind LowCardinality(String),
    lat Float64,
    lon Float64,
    capacity_per_day UInt32,
    open UInt8,
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (unit, key);

CREATE TABLE IF NOT EXISTS session_ledger
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
    facility String,
    planned_doses UInt32,
    teams UInt32,
    status LowCardinality(String),
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, unit, facility, key);

CREATE TABLE IF NOT EXISTS session_day
(
    day Date,
    unit LowCardinality(String),
    status LowCardinality(String),
    sessions Int64,
    planned_doses Int64,
    teams Int64
)
ENGINE = SummingMergeTree((sessions, planned_doses, teams))
ORDER BY (day, unit, status);

CREATE MATERIALIZED VIEW IF NOT EXISTS session_day_mv TO session_day AS
SELECT day, unit, status, sum(toInt64(sign)) AS sessions, sum(toInt64(sign) * planned_doses) AS planned_doses, sum(toInt64(sign) * teams) AS teams
FROM session_ledger
GROUP BY day, unit, status;

CREATE TABLE IF NOT EXISTS registration_ledger
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
    priority_group UInt8,
    stage LowCardinality(String),
    people Int64,
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (day, unit, key);
