// What the page of a preview can do besides being read: the words that are selected become what a comment is about. It is whole without this.

const quoting = document.querySelector('button[data-quote]')
if (quoting) {
  let words = ''
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    const chosen = selection.toString().replace(/\s+/g, ' ').trim()
    if (chosen === '' || chosen.length > 1000 || quoting.form.contains(selection.anchorNode)) return
    words = chosen
    quoting.hidden = false
  })
  quoting.addEventListener('click', () => {
    const field = document.getElementById(quoting.dataset.quote)
    field.value = words
    field.focus()
  })
}
