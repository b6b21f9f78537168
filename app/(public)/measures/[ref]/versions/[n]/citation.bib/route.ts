// GET /measures/KZ-0007/versions/3/citation.bib: how to cite that version, as BibTeX.
import { citationFile } from '../citation-file.ts'

export const GET = citationFile('bib')
