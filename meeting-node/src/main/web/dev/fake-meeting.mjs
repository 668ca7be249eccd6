// A meeting in memory for building the pages: one room, four experts, six applicants. Development only; nothing of it ships.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const names = ['王建国', '阿依古丽·买买提', '李秀英', '陈志远']
const seats = ['A-01', 'A-02', 'A-03', 'A-04']
const specialties = ['水利工程', '土木工程', '机械工程', '电气工程']

export const sheet = {
  title: '工程系列高级职称评分表', total: '100',
  indicators: [
    { code: 'A1', name: '学历与任职', nameEn: 'Education and service', kind: 'group', max: '15', children: [
      { code: 'A1.1', name: '学历', nameEn: 'Degree', kind: 'automatic', max: '5' }, { code: 'A1.2', name: '任职年限', nameEn: 'Years in post', kind: 'automatic', max: '6' }] },
    { code: 'A2', name: '工程项目', nameEn: 'Projects', kind: 'automatic', max: '25' },
    { code: 'A3', name: '奖励与专利', nameEn: 'Awards and patents', kind: 'automatic', max: '10' },
    { code: 'A4', name: '论文著作', nameEn: 'Papers', kind: 'automatic', max: '10' },
    { code: 'A5', name: '专家评价', nameEn: 'Experts', kind: 'group', max: '40', children: [
      { code: 'A5.1', name: '专业能力', nameEn: 'Professional ability', kind: 'expert', min: '0', max: '15', step: '0.5' },
      { code: 'A5.2', name: '业绩贡献', nameEn: 'Contribution', kind: 'expert', min: '0', max: '15', step: '0.5' },
      { code: 'A5.3', name: '答辩表现', nameEn: 'Defence', kind: 'expert', min: '0', max: '10', step: '0.5' }] },
    { code: 'B1', name: '基层工作', nameEn: 'Grassroots work', kind: 'bonus', max: '3' },
  ],
}
export const automatic = [
  { code: 'A1.1', points: '4', reason: '硕士研究生' }, { code: 'A1.2', points: '5', reason: '任职满 11 年' },
  { code: 'A2', points: '24', reason: '省级第 1 名 8，国家级第 2 名 8，地级第 1 名 5，县级第 1 名 3；县级第 4 名 1.8 未计入（取最高 4 项）' },
  { code: 'A3', points: '9.2', reason: '省二等奖第 3 名 4.2；发明专利 1 项 3；实用新型 2' }, { code: 'A4', points: '10', reason: '核心期刊 3 篇、普通期刊 1 篇、专著 1 部，封顶 10' },
  { code: 'B1', points: '2', reason: '基层工作满 2 年' },
]

const id = (prefix) => `${prefix}_${randomBytes(9).toString('base64url')}`
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
export const nodeKey = { id: 'fake', spki: key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url') }

export function newMeeting() {
  const room = { id: id('rm'), name: '第一会议室' }
  const experts = names.map((name, index) => ({ id: id('pr'), name, seat: seats[index], roles: ['expert'], code: `${index + 1}`.repeat(12), present: false, signedInAt: null, lastSeenAt: null }))
  const others = [['secretary', '赵敏', 'SECRETARY'], ['chair', '孙主任', 'CHAIR'], ['supervisor', '周监督', 'SUPERVISOR'], ['registrar', '吴管理', 'REGISTRAR']]
    .map(([role, name, code]) => ({ id: id('pr'), name, seat: '', roles: [role], code }))
  const applicants = Array.from({ length: 6 }, (_, index) => ({ id: id('ap'), code: `A-0${index + 1}`, name: null, specialty: specialties[index % 4], pages: 4 + index * 3 }))
  return {
    meeting: { id: id('mt'), title: '2026年工程系列高级职称评审会', kind: 'rehearsal', sealed: false, policy: 'doubleBlind' },
    room, experts, others, applicants, sitting: null, round: null, tally: null, scores: new Map(), drafts: new Map(), recused: new Set(), seq: 40,
    words: ['青松', '明月', '长河', '晨钟'],
  }
}

// Three leaves, ours in the middle: small, but every step of the proof is there.
export function receipt(now, by, event) {
  const seq = ++now.seq
  const line = JSON.stringify({ at: Date.now(), by, event, meeting: now.meeting.id, seq })
  const leaf = sha(Buffer.of(0), sha(Buffer.from(line)))
  const [left, right] = [sha(Buffer.of(0), sha(Buffer.from('before'))), sha(Buffer.of(0), sha(Buffer.from('after')))]
  const top = sha(Buffer.of(1), sha(Buffer.of(1), left, leaf), right)
  const root = { at: Date.now(), by: nodeKey.id, first: seq - 1, format: 'conclave-root/1', head: sha(Buffer.from('after')).toString('hex'), meeting: now.meeting.id, root: top.toString('hex'), size: 3 }
  root.sig = sign('sha256', Buffer.from(JSON.stringify(root)), { key: key.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  const short = leaf.toString('hex').slice(0, 10).toUpperCase().replace(/(.....)/, '$1-')
  return { meeting: now.meeting.id, seq, short, line, path: [left, right].map((node) => node.toString('hex')), root }
}
