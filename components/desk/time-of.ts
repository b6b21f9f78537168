// The time of day as the person's clock says it: `14:03`.

export const timeOf = (at: string | number) => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
