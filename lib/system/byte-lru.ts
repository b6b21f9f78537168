// A store that never holds more than so many bytes and forgets first what was asked for once and longest ago. It reads no clock.

type Item<V> = { value: V; bytes: number }

/** Values by key. What is asked for a second time is protected from a flood of keys that are asked for once. */
export class ByteLru<V> {
  readonly #fresh = new Map<string, Item<V>>()
  readonly #proven = new Map<string, Item<V>>()
  readonly #most: number
  #freshBytes = 0
  #provenBytes = 0

  /** `most` bytes are held in all, a quarter of them for what was asked for once. */
  constructor(most: number) {
    this.#most = most
  }

  get bytes(): number {
    return this.#freshBytes + this.#provenBytes
  }

  get size(): number {
    return this.#fresh.size + this.#proven.size
  }

  get(key: string): V | undefined {
    const item = this.#take(key)
    if (!item) return undefined
    this.#proven.set(key, item)
    this.#provenBytes += item.bytes
    // What is protected no longer has one more chance among those that were asked for once.
    for (const [oldest, old] of this.#proven) {
      if (this.#provenBytes <= this.#most * 0.75 || oldest === key) break
      this.#proven.delete(oldest)
      this.#provenBytes -= old.bytes
      this.#add(oldest, old)
    }
    return item.value
  }

  /** Replaces what is kept under the key. A value of more than an eighth of the whole is not kept. */
  set(key: string, value: V, bytes: number): void {
    const proven = this.#proven.has(key)
    this.#take(key)
    if (bytes > this.#most / 8) return
    this.#add(key, { value, bytes })
    if (proven) this.get(key)
  }

  #take(key: string): Item<V> | undefined {
    const fresh = this.#fresh.get(key)
    if (fresh && this.#fresh.delete(key)) this.#freshBytes -= fresh.bytes
    const proven = this.#proven.get(key)
    if (proven && this.#proven.delete(key)) this.#provenBytes -= proven.bytes
    return fresh ?? proven
  }

  #add(key: string, item: Item<V>): void {
    this.#fresh.set(key, item)
    this.#freshBytes += item.bytes
    // The protected part may be empty: then all of the space serves those that were asked for once.
    for (const [oldest, old] of this.#fresh) {
      if (this.bytes <= this.#most) break
      this.#fresh.delete(oldest)
      this.#freshBytes -= old.bytes
    }
  }
}
