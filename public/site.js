// What public pages can do besides being read: copying a text, `/` for the search box, moving in the matrix and along the years of the map. Every page is whole without it.

for (const button of document.querySelectorAll('button[data-copy]')) {
  const said = button.nextElementSibling
  const say = (words) => {
    said.textContent = words
  }
  button.parentElement.hidden = false
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(button.dataset.copy).then(
      () => say('Copied'),
      () => say('Select the text and copy it by hand'),
    )
  })
}

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return
  const box = document.querySelector('input[type="search"]')
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
})

// What two pages can do besides is loaded there alone.
if (document.querySelector('.matrix-shelf')) import('/matrix.js')
if (document.querySelector('[data-slider]')) import('/map.js')
