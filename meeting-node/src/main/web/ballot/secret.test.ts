import { expect, test } from 'vitest'
import { fromHex, toHex, words } from './numbers'
import { derived, freshSecret, fromCode, toCode } from './secret'

test('theCodeReadsBackAsTheSecretHoweverItIsTyped', async () => {
  for (let at = 0; at < 200; at++) {
    const secret = freshSecret()
    const code = await toCode(secret)
    expect(code).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/)
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('0', 'O').replaceAll('1', 'l'),
      code.replaceAll('-', '\u2014').replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))]) {
      expect(await fromCode(typed).then((read) => read && toHex(read)), typed).toBe(toHex(secret))
    }
  }
}, 60_000)

test('aSlipOfThePenIsNoticed', async () => {
  const code = await toCode(fromHex('000102030405060708090a0b0c0d0e0f'))
  let [wrong, noticed] = [0, 0]
  for (let at = 0; at < code.length; at++) {
    for (const sign of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (code[at] === '-' || code[at] === sign) continue
      wrong++
      if ((await fromCode(code.slice(0, at) + sign + code.slice(at + 1))) === null) noticed++
    }
  }
  expect(wrong).toBe(28 * 31)
  expect(noticed).toBeGreaterThan(wrong - 6)
  for (const typed of ['', '-', 'UUUU', code.slice(1), `${code}0`, code.replace(/.$/, 'U'), '\u674e'.repeat(28)]) expect(await fromCode(typed), typed).toBeNull()
}, 60_000)

test('whatIsDerivedIsTheSameEverywhereAndOtherInEveryBallot', async () => {
  const secret = fromHex('000102030405060708090a0b0c0d0e0f')
  const [one, other] = [words('one'), words('other')]
  expect(toHex(await derived(secret, one, 'token', 32))).toBe(toHex(await derived(secret, one, 'token', 32)))
  expect(toHex(await derived(secret, one, 'token', 32))).not.toBe(toHex(await derived(secret, other, 'token', 32)))
  expect(toHex(await derived(secret, one, 'token', 32))).not.toBe(toHex(await derived(secret, one, 'salt 0', 32)))
})
