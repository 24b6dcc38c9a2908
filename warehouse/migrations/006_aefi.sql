-- Adverse events following immunization. `day` is the day on which the health system was notified;
-- `occurred_at` is the onset.
CREATE TABLE IF NOT EXISTS aefi_ledger
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
    person String,
    sex LowCardinality(String),
    birth_year UInt16,
    facility String,
    product LowCardinality(String),
    lot LowCardinality(String),
    dose_no UInt8,
    vaccinated_at DateTime64(3, 'UTC'),
    notified_at DateTime64(3, 'UTC'),
    reactions Array(String),
    seriousness Array(LowCardinality(String)),
    severity LowCardinality(String),
    grades String,
    outcome LowCardinality(String),
    stage LowCardinality(String),
    causality String,
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, unit, key);

CREATE TABLE IF NOT EXISTS aefi_day
(
    day Date,
    unit LowCardinality(String),
    product LowCardinality(String),
    lot LowCardinality(String),
    dose_no UInt8,
    serious UInt8,
    died UInt8,
    stage LowCardinality(String),
    cases Int64
)
ENGINE = SummingMergeTree
ORDER BY (day, unit, product, lot, dose_no, serious, died, stage);

CREATE MATERIALIZED VIEW IF NOT EXISTS aefi_day_mv TO aefi_day AS
SELECT day, unit, product, lot, dose_no, toUInt8(notEmpty(seriousness)) AS serious,
    toUInt8(has(seriousness, 'death') OR outcome = 'fatal') AS died, stage, sum(toInt64(sign)) AS cases
FROM aefi_ledger
WHERE stage NOT IN ('duplicate', 'invalid')
GROUP BY day, unit, product, lot, dose_no, serious, died, stage;
