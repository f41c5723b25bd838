/** Who belongs to a person, one row a relation. The first form of a language is its name; dots part what is narrower ('sister.older'). */
import { type Columns, columns } from './table.ts'

export type Relation = { id: string; kind: 'family' | 'person' | 'pet' /** There is one at a time. */; one: boolean; forms: Columns }

const family = (id: string, one: boolean, ...cells: [string, string, string, string]): Relation => ({
  id,
  kind: 'family',
  one,
  forms: columns(...cells),
})
const person = (id: string, one: boolean, ...cells: [string, string, string, string]): Relation => ({
  id,
  kind: 'person',
  one,
  forms: columns(...cells),
})
const pet = (id: string, ...cells: [string, string, string, string]): Relation => ({
  id,
  kind: 'pet',
  one: false,
  forms: columns(...cells),
})

export const RELATIONS: readonly Relation[] = [
  family(
    'mother',
    true,
    'mother|mom|mum|mama|mommy|mummy',
    '妈妈|妈|母亲|老妈|我妈',
    '母|お母さん|母親|ママ|おかあさん|母さん',
    '어머니|엄마|어머님|모친',
  ),
  family(
    'father',
    true,
    'father|dad|papa|daddy',
    '爸爸|爸|父亲|老爸',
    '父|お父さん|父親|パパ|おとうさん|父さん',
    '아버지|아빠|아버님|부친',
  ),
  family('parents', true, 'parents|folks', '父母|爸妈|爸爸妈妈', '両親|親', '부모님|부모'),
  family('sister', false, 'sister', '姐妹', '姉妹', '자매'),
  family(
    'sister.older',
    false,
    'older sister|elder sister|big sister',
    '姐姐|姐|大姐',
    '姉|お姉さん|お姉ちゃん|姉ちゃん',
    '누나|언니|누님',
  ),
  family('sister.younger', false, 'younger sister|little sister|baby sister', '妹妹|妹|小妹', '妹|妹さん', '여동생'),
  family('brother', false, 'brother', '兄弟', '兄弟', '형제'),
  family(
    'brother.older',
    false,
    'older brother|elder brother|big brother',
    '哥哥|哥|大哥',
    '兄|お兄さん|お兄ちゃん|兄ちゃん',
    '형|오빠|형님',
  ),
  family('brother.younger', false, 'younger brother|little brother|baby brother', '弟弟|弟', '弟|弟さん', '남동생|동생'),
  family('twin', true, 'twin|twin sister|twin brother', '双胞胎妹妹|双胞胎哥哥', '双子の兄|双子の妹', '쌍둥이'),
  family('husband', true, 'husband|hubby', '老公|丈夫|先生', '夫|旦那|主人|旦那さん', '남편|신랑'),
  family('wife', true, 'wife', '老婆|妻子|太太|媳妇', '妻|奥さん|嫁|家内', '아내|와이프|집사람|부인'),
  family(
    'partner',
    true,
    'partner|spouse|fiancé|fiancée|fiance|fiancee',
    '对象|爱人|伴侣|未婚妻|未婚夫',
    'パートナー|婚約者',
    '배우자|약혼자|약혼녀|애인',
  ),
  family('girlfriend', true, 'girlfriend', '女朋友|女友', '彼女さん|ガールフレンド', '여자친구|여친|여자 친구'),
  family('boyfriend', true, 'boyfriend', '男朋友|男友', '彼氏|ボーイフレンド', '남자친구|남친|남자 친구'),
  person(
    'ex',
    true,
    'ex|ex-husband|ex-wife|ex-boyfriend|ex-girlfriend',
    '前任|前男友|前女友|前妻|前夫',
    '元カレ|元カノ|元夫|元妻|元彼|元彼女',
    '전남친|전여친|전남편|전처|전 남자친구|전 여자친구',
  ),
  family('son', false, 'son|little boy', '儿子', '息子|息子さん|長男|次男', '아들|큰아들|작은아들'),
  family('daughter', false, 'daughter|little girl', '女儿|闺女', '娘|娘さん|長女|次女', '딸|큰딸|작은딸'),
  family('child', false, 'child|kid|baby|children|kids', '孩子|小孩|宝宝', '子供|子ども|子|赤ちゃん', '아이|애|아기|자녀'),
  family('grandmother', false, 'grandmother|grandma|granny|nana', '奶奶|外婆|姥姥|祖母', '祖母|おばあちゃん|おばあさん', '할머니|외할머니'),
  family(
    'grandfather',
    false,
    'grandfather|grandpa|granddad',
    '爷爷|外公|姥爷|祖父',
    '祖父|おじいちゃん|おじいさん',
    '할아버지|외할아버지',
  ),
  family('aunt', false, 'aunt|auntie', '阿姨|姑姑|姨妈|舅妈', '叔母|伯母|おばさん', '이모|고모|숙모'),
  family('uncle', false, 'uncle', '叔叔|舅舅|伯伯|姑父', '叔父|伯父|おじさん', '삼촌|이모부|고모부'),
  family('cousin', false, 'cousin', '表哥|表姐|表弟|表妹|堂哥|堂姐|堂弟|堂妹', 'いとこ|従兄弟|従姉妹', '사촌|사촌동생'),
  family('nephew', false, 'nephew', '侄子|外甥', '甥|甥っ子', '남자 조카|조카'),
  family('niece', false, 'niece', '侄女|外甥女', '姪|姪っ子', '여자 조카|조카딸'),
  family('mother-in-law', true, 'mother-in-law|mother in law', '婆婆|岳母|丈母娘', '義母|姑|お義母さん', '시어머니|장모님|장모'),
  family('father-in-law', true, 'father-in-law|father in law', '公公|岳父', '義父|お義父さん', '시아버지|장인어른|장인'),
  family('family', true, 'family', '家人', '家族', '가족'),
  person('friend', false, 'friend|best friend|close friend|buddy', '朋友|好朋友|闺蜜|好友|死党', '友達|友人|親友', '친구|절친|베프'),
  person('boss', true, 'boss|manager|supervisor', '老板|上司|领导|主管', '上司|ボス|部長|課長', '상사|사장님|팀장님|팀장|부장님'),
  person('colleague', false, 'colleague|coworker|co-worker|teammate', '同事', '同僚', '동료|직장 동료'),
  person('roommate', false, 'roommate|flatmate|housemate', '室友', 'ルームメイト|同居人', '룸메이트|룸메'),
  person('neighbour', false, 'neighbor|neighbour', '邻居', '隣人|お隣さん', '이웃|옆집 사람'),
  person('doctor', true, 'doctor|gp|therapist', '主治医生|家庭医生', '主治医|かかりつけ医', '주치의'),
  person('teacher', false, 'teacher|tutor', '班主任|导师', '担任|先生|恩師', '담임|담임 선생님|선생님'),
  pet('dog', 'dog|puppy', '狗|小狗|狗狗', '犬|いぬ|わんこ|愛犬', '개|강아지|반려견'),
  pet('cat', 'cat|kitten|kitty', '猫|小猫|猫咪', '猫|ねこ|ネコ|愛猫', '고양이|반려묘|냥이'),
  pet('rabbit', 'rabbit|bunny', '兔子', 'うさぎ|ウサギ', '토끼'),
  pet('hamster', 'hamster|guinea pig', '仓鼠', 'ハムスター', '햄스터'),
  pet('bird', 'parrot|bird|budgie|canary', '鹦鹉|鸟', 'インコ|オウム|鳥', '앵무새'),
  pet('fish', 'goldfish|fish', '金鱼', '金魚|熱帯魚', '금붕어|물고기'),
  pet('turtle', 'turtle|tortoise', '乌龟', '亀|カメ', '거북이'),
  pet('horse', 'horse|pony', '马', '馬', '말'),
]

/** The person who speaks, as the subject or the owner of something. */
export const SELF: Columns = columns(
  'i|we',
  '我们|我|咱|本人|俺|咱们',
  '私たち|わたし|私|僕|ぼく|俺|おれ|自分|うち|我が家|あたし|わたくし',
  '저희|저|나|내|제|우리|난|전|울',
)
/** Somebody mentioned before. */
export const PRONOUNS: Columns = columns('he|she|they|it', '他|她|它|ta|他们', '彼|彼女|あの人|あいつ|あの子', '그|그녀|걔|그분|얘')
