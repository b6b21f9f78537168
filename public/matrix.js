// The matrix: arrow keys go from cell to cell, and one line says what the cell is that the pointer or the focus is on.
for (const shelf of document.querySelectorAll('.matrix-shelf')) {
  const frame = shelf.querySelector('.matrix-frame')
  const table = shelf.querySelector('table')
  const told = shelf.querySelector('[data-told]')
  const unsaid = told.textContent
  told.classList.remove('invisible')

  const more = () => shelf.toggleAttribute('data-more', frame.scrollLeft + frame.clientWidth < frame.scrollWidth - 4)
  frame.addEventListener('scroll', more, { passive: true })
  addEventListener('resize', more)
  more()

  // Rows of the cells that stand in each column, those of the head that span several counted in each.
  const head = []
  for (const row of table.tHead.rows) {
    head[row.rowIndex] ??= []
    for (const cell of row.cells) {
      const column = [...Array(head[row.rowIndex].length + 1).keys()].find((at) => !head[row.rowIndex][at])
      for (let down = 0; down < cell.rowSpan; down++) {
        head[row.rowIndex + down] ??= []
        for (let along = 0; along < cell.colSpan; along++) head[row.rowIndex + down][column + along] = cell
      }
    }
  }
  const cellAt = (row, column) => head[row]?.[column] ?? table.rows[row]?.cells[column]
  const rows = table.rows.length
  const columns = head[0].length
  const placeOf = (cell) => {
    const row = cell.parentElement.rowIndex
    return { row, column: row < head.length ? head[row].indexOf(cell) : cell.cellIndex }
  }

  let marked = []
  const tell = (cell) => {
    for (const one of marked) one.removeAttribute('data-at')
    marked = []
    if (!cell) {
      told.textContent = unsaid
      return
    }
    const { row, column } = placeOf(cell)
    const [economy, heading] = [cellAt(row, 0), cellAt(head.length - 1, column)]
    const nameOf = (one) => one.textContent.trim()
    if (row < head.length)
      told.textContent = cell.querySelector('a')?.title ? `${nameOf(cell).split(' ')[0]} ${cell.querySelector('a').title}` : nameOf(cell)
    else if (column === 0) told.textContent = nameOf(cell)
    else told.textContent = `${nameOf(economy)}, ${nameOf(heading)}: ${nameOf(cell) || 'none published'}`
    if (row >= head.length && column > 0) {
      marked = [economy, heading]
      for (const one of marked) one.setAttribute('data-at', '')
    }
  }
  const cellOf = (target) => target.closest?.('td, th')
  table.addEventListener('pointerover', (event) => event.pointerType !== 'touch' && tell(cellOf(event.target)))
  table.addEventListener('pointerleave', () => tell(table.contains(document.activeElement) ? cellOf(document.activeElement) : null))

  // One stop for the Tab key, as soon as somebody is inside; before that every link is one, as without this script.
  let stop = null
  const stopAt = (target) => {
    if (stop === null) for (const link of table.querySelectorAll('a')) link.tabIndex = -1
    else stop.tabIndex = -1
    stop = target
    stop.tabIndex = 0
  }
  table.addEventListener('focusin', (event) => {
    stopAt(event.target)
    tell(cellOf(event.target))
  })
  table.addEventListener('focusout', (event) => table.contains(event.relatedTarget) || tell(null))

  const perPage = () => Math.max(1, Math.floor(frame.clientHeight / 28) - 3)
  const steps = {
    ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
    ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
    ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
    ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
    PageUp: ({ row, column }) => ({ row: row - perPage(), column }),
    PageDown: ({ row, column }) => ({ row: row + perPage(), column }),
    Home: ({ row }, whole) => ({ row: whole ? head.length : row, column: 0 }),
    End: ({ row }, whole) => ({ row: whole ? rows - 1 : row, column: columns - 1 }),
  }
  table.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    const jumps = event.key === 'Home' || event.key === 'End'
    if (!step || event.altKey || event.metaKey || event.shiftKey || (event.ctrlKey && !jumps)) return
    const from = cellOf(event.target)
    if (!from) return
    event.preventDefault()
    const at = placeOf(from)
    const asked = step(at, event.ctrlKey)
    const [down, along] = [Math.sign(asked.row - at.row), Math.sign(asked.column - at.column)]
    let row = Math.min(Math.max(asked.row, 0), rows - 1)
    let column = Math.min(Math.max(asked.column, 0), columns - 1)
    // A heading over several rows or columns is left on its other side.
    while (cellAt(row, column) === from && cellAt(row + down, column + along) && (down || along)) {
      row += down
      column += along
    }
    const cell = cellAt(row, column)
    if (!cell) return
    const target = cell.querySelector('a') ?? cell
    if (target === cell) cell.tabIndex = -1
    target.focus()
  })
}
