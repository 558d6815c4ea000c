// Reads EDTF strings with edtf.js, another implementation, for test_dates_oracle.py.
//
// Input: JSON Lines, one string a line. Output: one line for each, either null (refused)
// or [min, max]: days as YYYY-MM-DD, "open", or "unknown".

import { createInterface } from 'node:readline'
import edtf from 'edtf'

const day = (bound, open) => {
  if (bound === null) return 'unknown'
  if (bound === open) return 'open'
  const text = new Date(bound).toISOString()
  return text.slice(0, text.indexOf('T'))
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer = null
  try {
    const value = edtf(JSON.parse(line), { level: 3 })
    answer = [day(value.min, -Infinity), day(value.max, Infinity)]
  } catch {
    // Refused: that is the answer.
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
