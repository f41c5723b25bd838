/**
 * Which domains a request is of that no spec shows: deciding about other people, and watching somebody who is not to know. Each
 * is several lists of words, one a part of the meaning; it is of the domain where every part is said, near enough to be one
 * thought. Covers: what is said in one or two sentences of the four languages. Does not cover: a purpose that is not said.
 */
import type { Domain } from './rule.ts'

type Parts = readonly (readonly string[])[]
/** Words of English stand for whole words and what begins with them where they end in `*`; others stand anywhere. */
const SAID: Record<'people' | 'covert', readonly Parts[]> = {
  people: [
    [
      [
        'applicants',
        'candidates',
        'job applicant',
        'interviewees',
        'employees',
        'my staff',
        'tenants',
        'tenant',
        'borrowers',
        'loan applicant*',
        'loan application*',
        'defendants',
        'suspects',
        'asylum seeker*',
        'admission*',
      ],
      [
        'score',
        'scores',
        'scoring',
        'rank',
        'ranks',
        'ranking',
        'screen',
        'screens',
        'screening',
        'shortlist*',
        'select',
        'selects',
        'selecting',
        'reject*',
        'decide*',
        'deciding',
        'approve',
        'approves',
        'evaluate*',
        'evaluating',
        'rate',
        'rates',
        'rating',
        'hire',
        'hires',
        'hiring',
        'who to fire',
        'dismiss*',
        'lay off',
        'triage*',
        'creditworth*',
        'who gets',
        'who to',
      ],
    ],
    [
      ['credit score*', 'credit scoring', 'creditworthiness'],
      ['customers', 'clients', 'borrowers', 'applicants', 'people', 'users'],
    ],
    [
      ['应聘者', '求职者', '候选人', '申请人', '申请者', '员工', '租客', '借款人', '贷款申请', '嫌疑人', '考生'],
      ['打分', '评分', '排名', '筛选', '录用', '淘汰', '裁员', '解雇', '审批', '决定', '评估', '录取', '授信', '择优'],
    ],
    [
      ['応募者', '候補者', '求職者', '従業員', '社員', '部下', '入居希望者', '入居者', '借り手', '融資', '受験者', '容疑者'],
      ['採点', '評価', '順位', 'ランキング', '選考', '選別', '審査', '採用', '不採用', '解雇', '合否', '判定', '与信', '査定', '絞り込'],
    ],
    [
      ['지원자', '후보자', '구직자', '직원', '세입자', '대출 신청', '대출신청', '차주', '수험생', '용의자'],
      ['점수', '평가', '순위', '선별', '심사', '채용', '탈락', '해고', '합격', '승인', '판정', '걸러', '뽑'],
    ],
  ],
  covert: [
    [
      [
        'secretly',
        'without her knowing',
        'without him knowing',
        'without them knowing',
        'without my wife knowing',
        'without my husband knowing',
        'behind her back',
        'behind his back',
        'hidden from her',
        'hidden from him',
        'covertly',
        'spy on',
        'stalk',
        'stalking',
        "doesn't know",
        'does not know',
        "won't know",
        'without being noticed',
        'without telling',
      ],
      [
        'track',
        'tracks',
        'tracking',
        'monitor',
        'monitors',
        'follow',
        'follows',
        'read',
        'record',
        'records',
        'watch',
        'location',
        'whereabouts',
        'messages',
        'texts',
        'phone',
        'calls',
        'spy',
        'stalk',
        'stalking',
      ],
      [
        'girlfriend*',
        'boyfriend*',
        'wife*',
        'husband*',
        'partner*',
        'ex',
        "ex's",
        'employee*',
        'coworker*',
        'colleague*',
        'roommate*',
        'neighbor*',
        'neighbour*',
        'daughter*',
        'son',
        "son's",
        'her',
        'him',
        'them',
        'someone',
        'somebody',
        'friend*',
        'crush*',
      ],
    ],
    [
      ['偷偷', '暗中', '不让她知道', '不让他知道', '不被发现', '瞒着', '悄悄', '秘密'],
      ['跟踪', '监视', '监控', '追踪', '定位', '偷看', '查看', '录音', '偷拍', '行踪'],
      [
        '女友',
        '女朋友',
        '男友',
        '男朋友',
        '老婆',
        '老公',
        '妻子',
        '丈夫',
        '前任',
        '同事',
        '室友',
        '员工',
        '邻居',
        '女儿',
        '儿子',
        '她',
        '他',
        '别人',
      ],
    ],
    [
      ['こっそり', '内緒で', '気づかれず', '気付かれず', 'ばれない', 'バレない', '知られず', '隠れて', '秘密裏'],
      ['監視', '追跡', '尾行', '位置', '居場所', '盗み見', '盗聴', '録音', '盗撮', '行動を記録', '覗'],
      [
        '彼女',
        '彼氏',
        '妻',
        '夫',
        '元カノ',
        '元カレ',
        '同僚',
        '部下',
        '社員',
        '隣人',
        '娘',
        '息子',
        '相手',
        '恋人',
        '友達',
        '友人',
        '誰か',
      ],
    ],
    [
      ['몰래', '모르게', '들키지 않', '비밀리에', '눈치채지 못'],
      ['감시', '추적', '미행', '위치', '행방', '훔쳐', '도청', '녹음', '도촬', '엿보', '엿듣'],
      [
        '여자친구',
        '여친',
        '남자친구',
        '남친',
        '아내',
        '남편',
        '전 애인',
        '전여친',
        '전남친',
        '동료',
        '직원',
        '이웃',
        '딸',
        '아들',
        '상대',
        '친구',
        '누군가',
        '그녀',
        '그 사람',
      ],
    ],
  ],
}

/** Characters within which one thought is said. */
const NEAR = 160

export function domainsSaid(request: string): Domain[] {
  const text = request.slice(0, 20_000).normalize('NFKC').toLowerCase().replaceAll('’', "'")
  return (['people', 'covert'] as const).filter((domain) => SAID[domain].some((parts) => saidTogether(text, parts)))
}

function saidTogether(text: string, parts: Parts): boolean {
  const places = parts.map((words) => words.flatMap((word) => placesOf(text, word)))
  const [first = [], ...others] = places
  return first.some((at) => others.every((other) => other.some((place) => Math.abs(place - at) <= NEAR)))
}

function placesOf(text: string, word: string): number[] {
  const latin = /^[a-z]/.test(word)
  const open = word.endsWith('*')
  const wanted = open ? word.slice(0, -1) : word
  const found: number[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const letter = (i: number) => /[\p{L}\p{N}]/u.test(text[i] ?? ' ')
    if (!latin || (!letter(at - 1) && (open || !letter(at + wanted.length)))) found.push(at)
  }
  return found
}
