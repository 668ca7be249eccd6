// Plays openapi.yaml for the pages, over the built files and with the real security headers. Development only.
//   node dev/fake-server.mjs [port]       codes: 1111-1111-1111 … 4444-…, SECRETARY, CHAIR, SUPERVISOR, REGISTRAR
//   POST /dev/trouble {"mode":"cut|unknown|forged|stale|off"} makes the next calls fail in that way.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { automatic, newMeeting, nodeKey, receipt, sheet } from './fake-meeting.mjs'

const port = Number(process.argv[2] ?? 8780)
const dist = new URL('../dist/', import.meta.url).pathname
const now = newMeeting()
const sessions = new Map()
const streams = new Set()
const answered = new Map()
let trouble = 'off'

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue"
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' }
const words = Object.fromEntries(['zh-CN', 'en'].map((language) => [language, JSON.parse(readFileSync(new URL(`../words/${language}.json`, import.meta.url), 'utf8'))]))

class Refusal extends Error { constructor(status, code, facts = {}) { super(code); Object.assign(this, { status, code, facts }) } }
const changed = (what) => streams.forEach((stream) => stream.write(`event: changed\ndata: {"what":"${what}","room":"${now.room.id}"}\n\n`))
const scoreKey = (expert, applicant) => `${expert} ${applicant}`
const person = (who) => ({ id: who.id, name: who.name, seat: who.seat, roles: who.roles, room: ['supervisor', 'registrar'].includes(who.roles[0]) ? null : now.room })
const me = (who) => ({ person: person(who), meeting: now.meeting, words: now.words, csrf: `csrf-${who.id}`, expiresAt: Date.now() + 3e7, now: Date.now() })
const sum = (marks) => String(Object.values(marks).reduce((so, mark) => so + Math.round(Number(mark) * 100), 0) / 100)
const expectedOf = (applicant) => now.experts.filter((expert) => expert.present && !now.recused.has(scoreKey(expert.id, applicant.id)))
const given = () => now.applicants.reduce((so, one) => so + expectedOf(one).filter((expert) => now.scores.has(scoreKey(expert.id, one.id))).length, 0)
const expected = () => now.applicants.reduce((so, one) => so + expectedOf(one).length, 0)
const present = () => now.experts.filter((expert) => expert.present).length

const stage = { code: 'score', name: '专业组打分', kind: 'score', form: null, secrecy: null, choose: null, places: null, defence: null }

function desk(who) {
  return { meeting: now.meeting, room: now.room, sitting: now.sitting, round: now.round, stage, ballot: null, called: null, sheet, applicants: now.applicants.map((one) => {
    const name = scoreKey(who.id, one.id)
    const score = now.scores.get(name)
    const state = now.recused.has(name) ? 'recused' : score ? 'submitted' : now.drafts.has(name) ? 'draft' : 'untouched'
    return { ...one, state, total: score && state === 'submitted' ? score.total : null, automatic: '54.2' }
  }) }
}

function myScore(who, applicant) {
  const name = scoreKey(who.id, applicant)
  const score = now.scores.get(name)
  return { round: now.round?.id ?? null, revision: score?.revision ?? 0, marks: score?.marks ?? {}, opinion: score?.opinion ?? '', total: score?.total ?? null,
    submittedAt: score?.at ?? null, receipt: score?.receipt ?? null, draft: now.drafts.get(name) ?? null, recused: now.recused.has(name) }
}

function next(who) {
  const state = now.round?.state
  const secretary = who.roles[0] === 'secretary'
  const step = (key, action = null) => ({ key, facts: {}, action })
  if (now.meeting.sealed) return step('sealed')
  if (state === 'signedOff') return secretary || who.roles[0] === 'registrar' ? step('seal', 'sealMeeting') : ({ key: 'awaitOtherRooms', facts: { rooms: '1' }, action: null })
  if (state === 'tallied') return who.roles[0] === 'chair' ? step('signOff', 'signOff') : step('awaitSignOff')
  if (!secretary) return step('watch')
  if (!now.sitting) return step('openSitting', 'openSitting')
  if (now.sitting.paused) return step('paused', 'resumeRoom')
  if (!now.round) return present() < 3 ? step('awaitQuorum') : step('openRound', 'openRound')
  if (state === 'closed') return step('computeTally', 'computeTally')
  return given() < expected() ? step('awaitScores') : step('closeRound', 'closeRound')
}

const stage = () => now.meeting.sealed ? 'sealed' : now.round ? { open: 'scoring', closed: 'closed', tallied: 'tallied', signedOff: 'signedOff' }[now.round.state] : now.sitting ? 'signingIn' : 'waiting'
const tile = () => ({ ...now.room, stage: stage(), expected: 4, present: present(), scoresExpected: expected(), scoresGiven: given(), lastChangeAt: Date.now() })
function roomPage(who) {
  return { meeting: now.meeting, room: tile(), sitting: now.sitting, round: now.round, quorum: { committee: 4, needed: 3, whole: false, size: 9, present: present(), reached: present() >= 3 }, next: next(who), reopening: null, mayRun: who.roles[0] === 'secretary', upcoming: now.sitting && !now.round ? { stage, candidates: now.applicants.length, present: present() } : null, ballot: null, defence: null, alternates: [], changes: [],
    experts: now.experts.map((one) => ({ ...person(one), present: one.present, signedInAt: one.signedInAt, online: one.present, lastSeenAt: one.lastSeenAt, submitted: now.applicants.filter((row) => now.scores.has(scoreKey(one.id, row.id)) && !now.recused.has(scoreKey(one.id, row.id))).length, expected: now.applicants.filter((row) => !now.recused.has(scoreKey(one.id, row.id))).length })),
    applicants: now.applicants.map((one) => ({ ...one, standing: 'stay', inRound: now.round !== null, submitted: expectedOf(one).filter((expert) => now.scores.has(scoreKey(expert.id, one.id))).length, expected: expectedOf(one).length,
      waitingFor: expectedOf(one).filter((expert) => !now.scores.has(scoreKey(expert.id, one.id))).map((expert) => expert.id), recused: now.experts.filter((expert) => now.recused.has(scoreKey(expert.id, one.id))).map((expert) => expert.id) })) }
}

function dossier(applicant) {
  const one = now.applicants.find((row) => row.id === applicant)
  const pages = Array.from({ length: one.pages }, (_, index) => ({ id: `pg${index + 1}`, number: index + 1 }))
  return { applicant: one, facts: [{ key: 'degree', label: '学历', value: '硕士研究生' }, { key: 'title', label: '现任职称', value: '高级工程师，2015年取得' }, { key: 'years', label: '任职年限', value: '11 年' }], automatic, documents: [{ id: 'd1', title: '申报表', pages: pages.slice(0, 3) }, { id: 'd2', title: '业绩证明材料', pages: pages.slice(3) }] }
}

function submit(who, applicant, body) {
  const name = scoreKey(who.id, applicant)
  if (now.round?.state !== 'open') throw new Refusal(423, 'ROUND_CLOSED')
  const before = now.scores.get(name)?.revision ?? 0
  if (trouble === 'stale' || body.basedOn !== before) {
    if (trouble === 'stale') now.scores.set(name, { marks: { 'A5.1': '11', 'A5.2': '12', 'A5.3': '8' }, opinion: '', total: '31', revision: before + 1, at: Date.now(), receipt: receipt(now, who.id, { type: 'ScoreSubmitted', applicant, marks: {} }) })
    trouble = 'off'
    throw new Refusal(409, 'STALE_REVISION', { current: String(before + 1), basedOn: String(body.basedOn) })
  }
  const proof = receipt(now, who.id, { type: 'ScoreSubmitted', applicant, marks: body.marks })
  if (trouble === 'forged') { trouble = 'off'; proof.line += ' ' }
  now.scores.set(name, { ...body, revision: before + 1, total: sum(body.marks), at: Date.now(), receipt: proof })
  now.drafts.delete(name)
  changed('room'); changed('desk')
  return { revision: before + 1, total: sum(body.marks), at: Date.now(), receipt: proof }
}

const done = (what = 'room') => { changed(what); changed('desk'); return { at: Date.now(), receipt: receipt(now, 'somebody', { type: 'Done' }) } }
const rows = () => now.applicants.map((one) => {
  const all = now.experts.map((expert) => now.scores.get(scoreKey(expert.id, one.id))).filter(Boolean).map((score) => Number(score.total))
  const mean = all.length ? all.reduce((so, value) => so + value, 0) / all.length : 0
  return { applicant: one.id, code: one.code, name: one.name, scores: all.length, dropped: 0, expert: mean.toFixed(2), automatic: '52.20', bonus: '2.00', deduction: '0.00', total: (mean + 54.2).toFixed(2), vetoed: false, range: all.length ? (Math.max(...all) - Math.min(...all)).toFixed(1) : null, diverged: false }
}).sort((a, b) => Number(b.total) - Number(a.total)).map((row, index) => ({ rank: index + 1, ...row }))

const routes = [
  ['GET', /^\/api\/me$/, (who) => me(who)], ['GET', /^\/api\/desk$/, (who) => desk(who)],
  ['POST', /^\/api\/sign-out$/, (who, _, __, cookie) => { sessions.delete(cookie); return { at: Date.now() } }],
  ['GET', /^\/api\/applicants\/([\w-]+)$/, (who, _, [applicant]) => { if (now.recused.has(scoreKey(who.id, applicant))) throw new Refusal(403, 'RECUSED'); return dossier(applicant) }],
  ['GET', /^\/api\/applicants\/([\w-]+)\/score$/, (who, _, [applicant]) => myScore(who, applicant)],
  ['POST', /^\/api\/applicants\/([\w-]+)\/score$/, (who, body, [applicant]) => submit(who, applicant, body)],
  ['PUT', /^\/api\/applicants\/([\w-]+)\/draft$/, (who, body, [applicant]) => { if (now.round?.state !== 'open') throw new Refusal(423, 'ROUND_CLOSED'); now.drafts.set(scoreKey(who.id, applicant), { ...body, savedAt: Date.now() }); changed('desk'); return { savedAt: Date.now() } }],
  ['POST', /^\/api\/applicants\/([\w-]+)\/recusal$/, (who, _, [applicant]) => { now.recused.add(scoreKey(who.id, applicant)); return done() }],
  ['GET', /^\/api\/rooms$/, (who) => ({ meeting: now.meeting, rooms: who.roles[0] === 'secretary' || who.roles[0] === 'chair' ? [tile()] : [tile(), ...['第二会议室', '第三会议室', '第四会议室'].map((name, index) => ({ id: `rm_x${index}`, name, stage: ['scoring', 'signedOff', 'waiting'][index], expected: 9, present: [8, 9, 0][index], scoresExpected: 96, scoresGiven: [41, 96, 0][index], lastChangeAt: Date.now() - index * 3e5 }))] })],
  ['GET', /^\/api\/rooms\/([\w-]+)$/, (who, _, [room]) => { if (room !== now.room.id) throw new Refusal(403, 'FOREIGN_ROOM'); return roomPage(who) }],
  ['POST', /^\/api\/rooms\/[\w-]+\/sitting$/, (who, body) => { now.sitting = { id: 'st_1', day: '2026-11-21', half: body.half, openedAt: Date.now() }; return done() }],
  ['POST', /^\/api\/rooms\/[\w-]+\/pause$/, () => { now.sitting.paused = { reason: 'bySecretary', at: Date.now() }; return done() }],
  ['POST', /^\/api\/rooms\/[\w-]+\/resume$/, () => { now.sitting.paused = null; return done() }],
  ['POST', /^\/api\/rooms\/[\w-]+\/sitting\/close$/, () => { now.sitting = null; now.experts.forEach((one) => (one.present = false)); return done() }],
  ['POST', /^\/api\/rooms\/[\w-]+\/rounds$/, () => { now.round = { id: 'rd_1', number: 1, stage, state: 'open', openedAt: Date.now(), closedAt: null }; return done() }],
  ['POST', /^\/api\/rooms\/[\w-]+\/recusals$/, (who, body) => { now.recused.add(scoreKey(body.expert, body.applicant)); return done() }],
  ['POST', /^\/api\/rooms\/[\w-]+\/recusals\/lift$/, (who, body) => { now.recused.delete(scoreKey(body.expert, body.applicant)); return done() }],
  ['POST', /^\/api\/rounds\/[\w-]+\/close$/, (who, body) => { if (given() < expected() && !body.acceptMissing) throw new Refusal(409, 'SCORES_MISSING', { missing: String(expected() - given()) }); Object.assign(now.round, { state: 'closed', closedAt: Date.now() }); return done() }],
  ['POST', /^\/api\/rounds\/[\w-]+\/reopen$/, () => { now.round.state = 'open'; return done() }],
  ['GET', /^\/api\/rounds\/[\w-]+\/tally$/, () => now.tally],
  ['POST', /^\/api\/rounds\/[\w-]+\/tally$/, () => { now.tally = { round: 'rd_1', computedAt: Date.now(), signedOffAt: null, rows: rows() }; now.round.state = 'tallied'; return done() }],
  ['GET', /^\/api\/rooms\/[\w-]+\/results$/, () => ({ meeting: now.meeting, room: now.room, attended: present(), changes: [], parts: now.round ? [{ stage, round: now.round, signedOffAt: now.tally?.signedOffAt ?? null, scores: now.tally && { at: now.tally.computedAt, rows: now.tally.rows }, ballot: null, voided: null, opinions: null }] : [], standings: now.applicants.map((one) => ({ applicant: one.id, code: one.code, name: one.name, standing: 'stay', eligibility: 'eligible' })) })],
  ['GET', /^\/api\/sheets$/, () => ({ meeting: now.meeting, mayPropose: false, mayApprove: false, sheets: [{ code: 'A', version: 1, title: sheet.title, rooms: [now.room.name] }], proposal: null })],
  ['POST', /^\/api\/rounds\/[\w-]+\/sign-off$/, () => { now.tally.signedOffAt = Date.now(); now.round.state = 'signedOff'; return done() }],
  ['POST', /^\/api\/meeting\/seal$/, () => { now.meeting.sealed = true; return done('meeting') }],
]

function signIn({ code }) {
  const bare = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const who = [...now.experts, ...now.others].find((one) => one.code === bare)
  if (!who) throw new Refusal(401, 'UNKNOWN_CODE')
  if (now.sitting && who.seat) { Object.assign(who, { present: true, signedInAt: Date.now(), lastSeenAt: Date.now() }); changed('room') }
  const cookie = Math.random().toString(36).slice(2)
  sessions.set(cookie, who)
  return { cookie, body: me(who) }
}

function picture(page) {
  const line = (y) => `<text x="90" y="${y}" font-size="19">${'承担流域防洪调度系统设计与施工管理，任技术负责人，成果通过省级验收并在多地推广应用。'.slice(0, 30 + (y * 7) % 9)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123" viewBox="0 0 794 1123"><rect width="794" height="1123" fill="#fff"/><text x="397" y="110" font-size="30" text-anchor="middle" font-weight="bold">专业技术资格申报表（第 ${page} 页）</text><rect x="90" y="150" width="120" height="26" fill="#222"/><text x="220" y="171" font-size="19">申报专业：水利工程　任职年限：11 年</text>${Array.from({ length: 24 }, (_, index) => line(220 + index * 34)).join('')}</svg>`
}

function say(answer, status, type, text, headers = {}) {
  answer.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff', ...headers })
  answer.end(text)
}

function refuse(answer, request, { status, code, facts }) {
  const own = words[request.headers['accept-language']?.startsWith('en') ? 'en' : 'zh-CN']
  const fill = (text) => text.replace(/\{(\w+)\}/g, (gap, name) => facts[name] ?? gap)
  say(answer, status, 'application/problem+json', JSON.stringify({ status, code, title: own[`refusal.${code}.title`], detail: fill(own[`refusal.${code}`]), facts, request: 'RQ-4F2A' }))
}

function file(path, answer) {
  const found = path.startsWith('/assets/') && existsSync(join(dist, path)) ? join(dist, path) : join(dist, 'index.html')
  say(answer, 200, types[extname(found)], readFileSync(found))
}

async function api(request, answer, path, url) {
  const cookie = /conclave=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
  const who = sessions.get(cookie)
  let text = ''
  for await (const part of request) text += part
  const body = text ? JSON.parse(text) : {}
  if (path === '/dev/trouble') { trouble = body.mode; return say(answer, 200, 'application/json', '{}') }
  if (path === '/api/key') return say(answer, 200, 'application/json', JSON.stringify(nodeKey))
  if (trouble === 'cut' && request.method !== 'GET') return request.socket.destroy()
  if (trouble === 'unknown' && request.method === 'POST') { trouble = 'off'; throw new Refusal(503, 'OUTCOME_UNKNOWN') }
  if (path === '/api/sign-in') { const made = signIn(body); return say(answer, 200, 'application/json', JSON.stringify(made.body), { 'Set-Cookie': `conclave=${made.cookie}; HttpOnly; SameSite=Strict; Path=/` }) }
  if (!who) throw new Refusal(401, 'NOT_SIGNED_IN')
  if (path === '/api/events') {
    say.call(null, { writeHead: (...head) => answer.writeHead(...head), end: () => answer.write(`event: hello\ndata: {"at":${Date.now()}}\n\n`) }, 200, 'text/event-stream', '')
    streams.add(answer)
    return request.on('close', () => streams.delete(answer))
  }
  const page = /\/pages\/pg(\d+)$/.exec(path)
  if (page) return say(answer, 200, 'image/svg+xml', picture(page[1]), { 'Cache-Control': 'private, max-age=31536000, immutable' })
  for (const [method, pattern, act] of routes) {
    const match = method === request.method && pattern.exec(path)
    if (!match) continue
    const intent = request.headers['idempotency-key']
    if (method !== 'GET' && answered.has(intent)) return say(answer, 200, 'application/json', answered.get(intent))
    const result = JSON.stringify(act(who, body, match.slice(1), cookie))
    if (method !== 'GET') answered.set(intent, result)
    return say(answer, 200, 'application/json', result)
  }
  throw new Refusal(404, 'UNKNOWN_PATH')
}

createServer((request, answer) => {
  const url = new URL(request.url, 'http://localhost')
  if (!/^\/(api|dev)\//.test(url.pathname)) return file(url.pathname, answer)
  api(request, answer, url.pathname, url).catch((reason) => reason instanceof Refusal ? refuse(answer, request, reason) : (console.error(reason), say(answer, 500, 'text/plain', 'broken')))
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`))
