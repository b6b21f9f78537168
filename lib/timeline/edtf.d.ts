// What the tests use of edtf 4, which ships no declarations of its own.
declare module 'edtf' {
  export default function edtf(input: string, constraints?: { level?: 0 | 1 | 2; types?: string[] }): { min: number; max: number }
}
