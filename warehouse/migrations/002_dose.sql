-- The ledger of doses: append-only signed rows. A correction adds the old content with -1 and the new with +1.
-- Day first: today's doses lie together. Month partitions: every part that an insert touches costs.
CREATE TABLE IF NOT EXISTS dose_ledger
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
    person String,
    sex LowCardinality(String),
    birth_year UInt16,
    priority_group UInt8,
    product LowCardinality(String),
    lot LowCardinality(String),
    dose_no UInt8,
    series LowCardinality(String),
    facility String,
    residence LowCardinality(String),
    verification LowCardinality(String),
    signed_at Nullable(DateTime64(3, 'UTC')),
    INDEX by_key key TYPE bloom_filter GRANULARITY 2,
    INDEX by_known known_at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, unit, facility, key);

CREATE TABLE IF NOT EXISTS dose_day
(
    day Date,
    unit LowCardinality(String),
    product LowCardinality(String),
    dose_no UInt8,
    series LowCardinality(String),
    verification LowCardinality(String),
    signed UInt8,
    doses Int64
)
ENGINE = SummingMergeTree
ORDER BY (day, unit, product, dose_no, series, verification, signed);

CREATE MATERIALIZED VIEW IF NOT EXISTS dose_day_mv TO dose_day AS
SELECT day, unit, product, dose_no, series, verification, toUInt8(signed_at IS NOT NULL) AS signed, sum(toInt64(sign)) AS doses
FROM dose_ledger
GROUP BY day, unit, product, dose_no, series, verification, signed;

-- Demography apart: with age and sex inside, the main roll-up would hold a third of the raw rows.
-- age_band is the lower end: 0, 5, 12, 18, 30, 50, 65, 80 (age by year of birth on the day of the dose).
CREATE TABLE IF NOT EXISTS dose_group
(
    day Date,
    unit LowCardinality(String),
    residence LowCardinality(String),
    priority_group UInt8,
    age_band UInt8,
    sex LowCardinality(String),
    dose_no UInt8,
    series LowCardinality(String),
    doses Int64
)
ENGINE = SummingMergeTree
ORDER BY (day, unit, residence, priority_group, age_band, sex, dose_no, series);

CREATE MATERIALIZED VIEW IF NOT EXISTS dose_group_mv TO dose_group AS
SELECT
    day, unit, residence, priority_group,
    toUInt8(multiIf(toYear(day) < birth_year + 5, 0, toYear(day) < birth_year + 12, 5, toYear(day) < birth_year + 18, 12,
        toYear(day) < birth_year + 30, 18, toYear(day) < birth_year + 50, 30, toYear(day) < birth_year + 65, 50,
        toYear(day) < birth_year + 80, 65, 80)) AS age_band,
    sex, dose_no, series, sum(toInt64(sign)) AS doses
FROM dose_ledger
GROUP BY day, unit, residence, priority_group, age_band, sex, dose_no, series;

-- Site and lot.
CREATE TABLE IF NOT EXISTS dose_place
(
    unit LowCardinality(String),
    facility String,
    product LowCardinality(String),
    lot LowCardinality(String),
    day Date,
    doses Int64
)
ENGINE = SummingMergeTree
ORDER BY (unit, facility, product, lot, day);

CREATE MATERIALIZED VIEW IF NOT EXISTS dose_place_mv TO dose_place AS
SELECT unit, facility, product, lot, day, sum(toInt64(sign)) AS doses
FROM dose_ledger
GROUP BY unit, facility, product, lot, day;

-- What was known when: the hour in which each count became known here, beside the day on which it happened.
CREATE TABLE IF NOT EXISTS dose_known
(
    known_hour DateTime('UTC'),
    day Date,
    unit LowCardinality(String),
    product LowCardinality(String),
    dose_no UInt8,
    series LowCardinality(String),
    doses Int64
)
ENGINE = SummingMergeTree
ORDER BY (known_hour, day, unit, product, dose_no, series);

CREATE MATERIALIZED VIEW IF NOT EXISTS dose_known_mv TO dose_known AS
SELECT toStartOfHour(toDateTime(known_at, 'UTC')) AS known_hour, day, unit, product, dose_no, series, sum(toInt64(sign)) AS doses
FROM dose_ledger
GROUP BY known_hour, day, unit, product, dose_no, series;
