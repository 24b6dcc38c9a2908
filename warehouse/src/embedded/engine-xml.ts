/** The disk that backups go to and come from, on both kinds of engine. */
export const BACKUP_DISK = 'backups'

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))

/** Configuration of the embedded engine: the one place outside its data that it may write to and read from. */
export const engineXml = (backups: string): string => `<clickhouse>
  <storage_configuration>
    <disks><${BACKUP_DISK}><type>local</type><path>${escaped(backups)}/</path></${BACKUP_DISK}></disks>
  </storage_configuration>
  <backups><allowed_disk>${BACKUP_DISK}</allowed_disk></backups>
</clickhouse>
`
