/* Loaded before the server of a bench: collects garbage and tells how much memory stays. */
process.on('message', (asked) => {
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
