-- States are written to RocksDB's log and memory and reach its files many batches later: as bulk inserts each batch made a
-- file of its own, and putting those into order again cost the engine more than the batch.
ALTER TABLE record_state MODIFY SETTING optimize_for_bulk_insert = 0;
