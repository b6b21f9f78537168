// What the page of a preview can do besides being read: the words that are selected become what a comment is about. It is whole without this.

const quoting = document.querySelector('button[data-quote]')
if (quoting) {
  let words = ''
  let part = 'whole'
  const about = quoting.form.elements.namedItem('field')
  // The part of the text that a place of the page belongs to, as the form calls it.
  const partOf = (node) => {
    const place = node.nodeType === Node.TEXT_NODE ? node.parentElement : node
    const section = place.closest('section[aria-labelledby]')
    if (section === null) return place.closest('article li') ? 'bases' : 'whole'
    const named = section.getAttribute('aria-labelledby')
    return [...about.options].some(({ value }) => value === named) ? named : 'whole'
  }
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    const chosen = selection.toString().replace(/\s+/g, ' ').trim()
    if (chosen === '' || chosen.length > 1000 || quoting.form.contains(selection.anchorNode)) return
    words = chosen
    part = partOf(selection.anchorNode)
    quoting.hidden = false
  })
  quoting.addEventListener('click', () => {
    const field = document.getElementById(quoting.dataset.quote)
    field.value = words
    about.value = part
    field.focus()
  })
}
