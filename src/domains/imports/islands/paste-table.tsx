// Word, Excel and browsers put a table on the clipboard twice: as text, and as a page that knows merged cells and
// colours. The page goes into an unseen field; it counts only as long as nobody changes the text.
const box = document.querySelector<HTMLTextAreaElement>('textarea[name="pasted"]')
const page = document.querySelector<HTMLInputElement>('input[name="pastedHtml"]')

let isPasting = false
box?.addEventListener('paste', (event) => {
  const html = event.clipboardData?.getData('text/html') ?? ''
  isPasting = /<table/i.test(html)
  if (page && isPasting) page.value = html
})
box?.addEventListener('input', () => {
  if (page && !isPasting) page.value = ''
  isPasting = false
})
