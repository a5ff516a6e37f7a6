/* Loaded before the server of a bench: tells how much processor time went by, collects garbage and tells how much memory stays. */
process.on('message', (asked) => {
  if (asked === 'cpu') {
    const { user, system } = process.cpuUsage()
    process.send({ ms: (user + system) / 1_000 })
  }
  if (asked !== 'heap') return
  global.gc()
  setTimeout(() => {
    global.gc()
    const { rss, heapUsed } = process.memoryUsage()
    process.send({ rss, heapUsed })
  }, 300)
})
// The channel alone must not keep the process alive at shutdown.
process.channel?.unref()
