const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `leave` when this process ends by itself or is asked to end and nobody else listens. Not after kill -9, after
 * which the next start adopts the server. Returns a function that takes it back.
 */
export function onLeaving(leave: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    // The app has its own way to end, and stops the server in it.
    if (process.listeners(signal).some((listener) => !ours.has(listener))) return
    takeBack()
    leave()
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  const takeBack = () => {
    process.off('exit', leave)
    for (const signal of signals) process.off(signal, onSignal)
  }
  ours.add(onSignal)
  process.on('exit', leave)
  for (const signal of signals) process.on(signal, onSignal)
  return takeBack
}

const ours = new WeakSet<object>()
