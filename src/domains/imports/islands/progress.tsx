// Asks every second how far the import is; when it is over, the page shows what came of it.
const box = document.querySelector<HTMLElement>('[data-progress]')
const bar = box?.querySelector('progress')
const words = box?.querySelector('[data-words]')
const address = box?.dataset['progress']

interface Progress {
  isWorking: boolean
  done: number
  words: string
}

async function ask() {
  if (!address || !bar || !words) return
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } })
    const progress = (await answer.json()) as Progress
    if (!progress.isWorking) {
      location.reload()
      return
    }
    bar.value = progress.done
    if (words.textContent !== progress.words) words.textContent = progress.words
  } catch {
    // The connection is gone for a moment: the next second asks again.
  }
  setTimeout(() => void ask(), 1000)
}

setTimeout(() => void ask(), 1000)
