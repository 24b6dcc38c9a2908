-- What this store is. One row for ever: an exercise never becomes real, nor the reverse.
CREATE TABLE IF NOT EXISTS store
(
    kind LowCardinality(String),
    scale Float64,
    created_at DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY created_at;

-- Present state by record key: the content last applied. Looked up for every arriving record. The ledgers alone cannot
-- rebuild it to the last revision: a void of a record never seen, and a higher revision of equal content, leave no row
-- there. `rows` is the JSON of the ledger rows that the content stands for.
CREATE TABLE IF NOT EXISTS record_state
(
    key String,
    rev UInt32,
    hash String,
    live UInt8,
    rows String,
    batch String,
    known_at DateTime64(3, 'UTC')
)
ENGINE = EmbeddedRocksDB
PRIMARY KEY key;

-- One row per batch that was worked off: what became of its records.
-- Read with FINAL: a batch that was worked off twice after a crash has one row.
CREATE TABLE IF NOT EXISTS accounting
(
    batch String,
    source LowCardinality(String),
    received_at DateTime64(3, 'UTC'),
    received UInt32,
    stored UInt32,
    duplicate UInt32,
    superseded UInt32,
    quarantined UInt32,
    version DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (source, toStartOfHour(received_at), batch);

-- Records that could not be counted, with the reason. Read with FINAL.
CREATE TABLE IF NOT EXISTS quarantine
(
    id String,
    batch String,
    line UInt32,
    source LowCardinality(String),
    type LowCardinality(String),
    path String,
    code LowCardinality(String),
    message String,
    body String,
    received_at DateTime64(3, 'UTC'),
    status LowCardinality(String),
    status_by String,
    version DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id;
