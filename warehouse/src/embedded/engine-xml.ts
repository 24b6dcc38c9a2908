/** The disk that backups go to and come from, on both kinds of engine. */
export const BACKUP_DISK = 'backups'

/** Blocks of states that are kept unpacked. */
const STATE_CACHE_BYTES = 256 << 20

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))

/**
 * Configuration of the embedded engine: the one place outside its data that it may write to and read from, and how RocksDB
 * keeps present states. Most records that arrive are new: a filter says so without reading a file, at 10 bits a key; without
 * it a look-up among millions of keys in no order costs three times as much.
 */
export const engineXml = (backups: string): string => `<clickhouse>
  <storage_configuration>
    <disks><${BACKUP_DISK}><type>local</type><path>${escaped(backups)}/</path></${BACKUP_DISK}></disks>
  </storage_configuration>
  <rocksdb>
    <column_family_options><compression>kLZ4Compression</compression></column_family_options>
    <block_based_table_options>
      <filter_policy>bloomfilter:10:false</filter_policy>
      <block_cache>${STATE_CACHE_BYTES}</block_cache>
    </block_based_table_options>
  </rocksdb>
  <backups><allowed_disk>${BACKUP_DISK}</allowed_disk></backups>
</clickhouse>
`
