// Preloaded into every child (`node --import ops/leash.mjs …`): when the supervisor dies, however it dies, its
// IPC channel closes, and the child ends itself as if it had been told to. So `kill -9` leaves no orphan, and
// no service needs to know that it is supervised.

const GRACE_MS = 10_000

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  // a one-shot child must still be able to end by itself
  process.channel.unref()
}
