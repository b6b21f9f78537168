// A description of the API as OpenAPI writes it: what stands between backticks is code.

export function Described({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : <code key={text.indexOf(part)}>{part}</code>))
}
