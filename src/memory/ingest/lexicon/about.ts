/** Slots as questions name them, besides their nouns: "where do I live", 我喜欢什么, 何が好き, 어디 살아. */
import { type Columns, columns } from './table.ts'

export const ABOUT: readonly { attribute: string; forms: Columns }[] = [
  { attribute: 'home', forms: columns('live|lives|where i live', '住在|住哪|住址', '住んで|住まい|住所', '살아|사는|살고|주소|사는지') },
  {
    attribute: 'employer',
    forms: columns('work at|work for|works|where i work', '上班|在哪工作|公司', '働いて|勤め|会社', '일해|다니는|회사'),
  },
  {
    attribute: 'likes',
    forms: columns('like|likes|love|enjoy|tastes|taste|preferences', '喜欢|爱吃|喜好|口味|偏好', '好き|好み|好物', '좋아하|좋아해|취향'),
  },
  { attribute: 'dislikes', forms: columns('dislike|dislikes|hate|hates', '讨厌|不喜欢', '嫌い|苦手', '싫어하|싫어해') },
  {
    attribute: 'favourite',
    forms: columns('favorite|favourite|favorites|favourites', '最喜欢|最爱', '一番好き|お気に入り', '제일 좋아하|가장 좋아하|최애'),
  },
  { attribute: 'allergy', forms: columns('allergic|allergy|allergies', '过敏', 'アレルギー', '알레르기|알러지') },
  {
    attribute: 'diet',
    forms: columns('diet|vegetarian|vegan|can eat|can not eat', '吃素|忌口|不能吃', '食べられない|ベジタリアン', '채식|못 먹|안 먹'),
  },
  { attribute: 'birthday', forms: columns('born', '出生|生日', '生まれ|誕生日', '태어|생일') },
  { attribute: 'age', forms: columns('how old', '多大|几岁|年龄', '何歳|年齢', '몇 살|나이') },
  { attribute: 'height', forms: columns('how tall|height', '多高|身高', '身長', '키가|키는|신장') },
  { attribute: 'weight', forms: columns('weigh|how heavy|weight', '多重|体重', '体重', '몸무게|체중') },
  { attribute: 'pet', forms: columns('pet|pets', '宠物', 'ペット', '반려동물|애완동물') },
  { attribute: 'parked', forms: columns('park|parked', '停车|停在|车在', '駐車|停めた|停めて', '주차') },
  { attribute: 'name', forms: columns('called|name', '叫什么|名字', '名前', '이름') },
  { attribute: 'job', forms: columns('do for a living|profession', '做什么工作|职业', '仕事|職業', '직업') },
  { attribute: 'condition', forms: columns('illness|disease|condition|conditions', '病', '病気|持病', '병|질환') },
  { attribute: 'medication', forms: columns('medication|medicine|meds|pills', '药', '薬', '약을|복용') },
  { attribute: 'salary', forms: columns('earn|salary|make a month', '工资|挣多少|收入', '給料|年収', '월급|연봉') },
  { attribute: 'event', forms: columns('appointment|appointments|trip|trips|plans', '预约|安排|行程', '予約|予定', '예약|일정|약속') },
]
