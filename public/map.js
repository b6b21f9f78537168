// The map: a slider in place of the links to years. What it asks for is the page of that year, of which it takes the heading, the picture and the table.
for (const slider of document.querySelectorAll('[data-slider]')) {
  const range = slider.querySelector('input')
  const shown = slider.querySelector('[data-year]')
  const said = slider.querySelector('[role="status"]')
  const pages = new Map()
  slider.hidden = false
  slider.nextElementSibling.hidden = true

  const addressOf = (year) => {
    const address = new URL(location.href)
    if (year === range.max) address.searchParams.delete('year')
    else address.searchParams.set('year', year)
    return address.href
  }
  const pageOf = async (address) => {
    if (!pages.has(address)) {
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(String(answer.status))
      pages.set(address, await answer.text())
    }
    return new DOMParser().parseFromString(pages.get(address), 'text/html')
  }
  const show = (page, address) => {
    for (const part of page.querySelectorAll('[data-follows]'))
      document.querySelector(`[data-follows="${part.dataset.follows}"]`)?.replaceWith(document.adoptNode(part))
    document.title = page.title
    const [canonical, there] = [document, page].map((one) => one.querySelector('link[rel="canonical"]'))
    if (canonical && there) canonical.href = there.href
    history.replaceState(history.state, '', address)
    said.textContent = document.querySelector('main h1').parentElement.textContent
  }

  let busy = false
  // One page at a time; years that were passed meanwhile are not asked for.
  const follow = async () => {
    shown.textContent = range.value
    if (busy) return
    busy = true
    for (let year = ''; year !== range.value; ) {
      year = range.value
      const address = addressOf(year)
      const page = await pageOf(address).catch(() => null)
      if (page) show(page, address)
      else if (year === range.value) location.assign(address)
    }
    busy = false
  }
  range.addEventListener('input', follow)
}
