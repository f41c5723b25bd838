/** Wishes of Korean-speaking strangers (see wants.ts). */
import type { Stranger } from './wants.ts'

export const KO: Stranger[] = [
  [
    '집 청소 알바하는데 고객, 날짜랑 시간, 몇 시간 했는지, 돈 받았는지 적게 해줘',
    '청소|알바',
    'f: 고객:person|text, 날짜:datetime, 시간:number|duration|quantity, 받:yesno; no: 날짜:date',
  ],
  [
    '취준생이에요 ㅠㅠ 회사 직무 마감일 상태(서류/인적성/1차면접/최종/합격/불합격)',
    '취준|취업|지원|회사',
    'f: 회사:text, 직무:text, 마감일:date, 상태:choice{서류/인적성/1차면접/최종/합격/불합격}',
  ],
  [
    '올해 책 30권 읽기. 제목 지은이 별점 다시 읽고 싶은지',
    '책|독서',
    'f: 제목:text, 지은이:person|text, 별점:rating, 읽고:yesno; goal 30/year',
  ],
  ['72키로에서 65키로까지 뺄거임 매일 아침 체중 재서 그래프로', '체중|다이어트|몸무게', 'f: 체중|몸무게:quantity=kg; goal 65; view: chart'],
  ['나랑 누나랑 매형이랑 고스톱 치는데 점수 좀 적어줘', '고스톱', 'does: score; seeds: 누나, 매형'],
  ['50분 공부하고 10분 쉬고 네 번 하면 30분 길게 쉬는 타이머', '공부|타이머', 'timer 50/10/30; rounds 4'],
  [
    '중고차 보러 다니는 중 차종 연식 주행거리 가격 사고이력 유무 마음에 드는 정도 5점',
    '중고차|차',
    'f: 차종:text, 연식:number|text, 주행거리:quantity=km, 가격:money, 사고이력:yesno|choice, 마음:rating=5; notdoes: stock',
  ],
  [
    '무릎 수술하고 재활 중이에요. 다리 들기, 발목 돌리기, 벽 스쿼트 하루 세 번씩 체크할래요',
    '재활|무릎',
    'seeds: 다리 들기, 발목 돌리기, 벽 스쿼트',
  ],
  ['부산여행 경비 정산. 나, 지은, 현우, 태희 누가 얼마 냈는지', '부산', 'does: split; seeds: 지은, 현우, 태희'],
  [
    '당근으로 중고 파는데 물건, 산 가격, 판 가격, 택배비, 남은 돈 자동으로',
    '당근|중고',
    'f: 물건:text, 산:money, 판:money, 택배비:money; k: computed',
  ],
  ['수능 디데이 11월 18일', '수능', 'does: countdown; to: 11-18'],
  ['일주일 식단 짜는 거 너무 귀찮아. 장볼 것도 같이 나오면 좋겠어', '식단', 'does: shopping'],
  [
    '두통 올 때마다 적을 거야. 언제 시작했는지, 얼마나 갔는지, 얼마나 아팠는지 10점, 약 먹었는지',
    '두통',
    'f: 시작:datetime|time|date, 갔:duration, 아팠:rating=10, 약:yesno',
  ],
  ['베란다에 상추랑 고추 키워요 심은 날, 물 준 날, 벌레 생겼는지', '베란다|텃밭|상추', 'f: 심은:date, 물:date, 벌레:yesno'],
  ['아버지 약 챙기기. 아침에 혈압약 한 알, 아침저녁으로 당뇨약, 자기 전에 고지혈증약', '약', 'seeds: 혈압약, 당뇨약, 고지혈증약'],
  [
    '배달음식 한 달 20만원 넘기지 말자. 가게, 메뉴, 금액, 후회하는지',
    '배달',
    'f: 가게:place|text, 메뉴:text, 금액:money, 후회:yesno; limit 200000/month',
  ],
  [
    '이사 준비 보드 만들어 줘. 할 일/진행중/끝. 담당자랑 마감일도',
    '이사',
    'view: board; opt: 할 일/진행중/끝; f: 담당자:person|text, 마감일:date',
  ],
  ['아들 용돈벌이. 설거지 500원, 신발정리 300원, 분리수거 천원. 주말마다 합계', '용돈', 'seeds: 설거지, 신발정리, 분리수거'],
  ['러닝 주 3회 목표. 거리km 시간 페이스 기분', '러닝', 'f: 거리:quantity=km, 시간:duration, 기분:rating|choice; goal 3/week'],
  [
    '헬스 운동이름 무게kg 횟수 세트 실패지점까지 했는지',
    '헬스|운동',
    'f: 운동이름:text|choice, 무게:quantity=kg, 횟수:number, 세트:number, 실패:yesno',
  ],
  [
    '피아노 과외합니다. 학생, 날짜와 시간, 곡, 숙제, 레슨비 받았는지',
    '피아노|과외',
    'f: 학생:person|text, 날짜:datetime, 곡:text, 숙제:text|note, 레슨비:yesno; no: 날짜:date',
  ],
  [
    '조카들 생일을 맨날 까먹어. 이름, 생일, 작년에 준 선물, 일주일 전에 알려줘',
    '생일',
    'f: 이름:person|text, 생일:date, 선물:text; before 7',
  ],
  ['스페인어 단어카드 앞면 스페인어 뒷면 한국어 틀린 거 더 자주', '스페인어', 'does: repetition'],
  [
    '밴드 곡 목록. 나는 나비, 낭만고양이, 말달리자. 키, 누가 부르는지, 완성도(연습중/거의/공연가능)',
    '곡|밴드',
    'f: 키:text|quantity, 부르:person|text, 완성도:choice{연습중/거의/공연가능}; seeds: 나는 나비, 낭만고양이, 말달리자',
  ],
  ['아기 이유식 재료 몇g 잘 먹었는지 알레르기 반응', '이유식', 'f: 재료:text, g|양:quantity=g, 먹었:yesno|rating, 알레르기:yesno|text'],
  [
    '전세집 알아보는 중인데요, 주소, 보증금, 관리비, 지하철역까지 몇 분, 주차 되는지, 점수 10점 만점',
    '전세|집',
    'f: 주소:place|text, 보증금:money, 관리비:money, 분|지하철:duration, 주차:yesno, 점수:rating=10',
  ],
  ['폰 하루 2시간 이하로 쓰기. 날짜 시간 뭐 봤는지', '폰', 'f: 시간:duration, 봤:text; limit 120/day'],
  ['내년 여름까지 500만원 모으기. 넣을 때마다 적고 얼마 남았나 보이게', '모으기|저축|500', 'goal 5000000'],
  ['화장실 청소 당번 민석, 도윤, 재현, 성우 일주일씩 돌아가면서', '청소 당번|화장실', 'seeds: 민석, 도윤, 재현, 성우'],
  [
    '고1 수학 쪽지시험 점수 기록. 학생, 반, 점수, 어디서 틀렸는지',
    '쪽지시험|점수',
    'f: 학생:person|text, 반:text|choice|number, 점수:number|rating, 틀렸:text|note',
  ],
  ['캠핑 준비물 텐트 침낭 랜턴 화로대 장작 모기향', '캠핑', 'seeds: 텐트, 침낭, 랜턴, 화로대, 장작, 모기향'],
  ['작은 빵집 하는데 제품명, 재료비, 판매가, 마진율 계산되게', '빵집|제품|마진', 'f: 제품:text, 재료비:money, 판매가:money; k: computed'],
  [
    '고양이 두 마리(모카, 두부) 누가 토했는지 언제 뭘 토했는지 병원 가야 하는지',
    '고양이|토',
    'f: 누가:choice|person|text, 언제:datetime|date, 뭘:text, 병원:yesno',
  ],
  [
    '볼 드라마 본 드라마 정리. 제목, 몇 화까지 봤는지, 어디서(넷플/티빙/디플), 재미 별 다섯개',
    '드라마',
    'f: 제목:text, 화:number, 어디서:choice{넷플/티빙/디플}, 재미|별:rating=5',
  ],
  ['명상 매일 15분, 며칠 연속인지 보여주고 하루쯤 빠져도 봐줘', '명상', 'does: streak; goal 15/day'],
  ['빌린 돈 빌려준 돈 누구 얼마 갚기로 한 날 갚았는지', '빌린|돈', 'f: 누구:person|text, 얼마|금액:money, 갚기로|날:date, 갚았:yesno'],
  [
    '수제 비누 주문 받아요. 주문자 품목 수량 단가 입금했나 발송했나',
    '비누|주문',
    'f: 주문자:person|text, 품목:text, 수량:number|quantity, 단가:money, 입금:yesno, 발송:yesno; notdoes: stock',
  ],
  [
    '배민커넥트 하루 10만원 버는 게 목표. 건수, 수입, 기름값, 실수입',
    '배민',
    'f: 건수:number, 수입:money, 기름값:money, 실수입:computed|money; goal 100000/day',
  ],
  [
    '낚시 갔다온 거 적을라고. 포인트, 어종, 몇cm, 미끼, 누구랑',
    '낚시',
    'f: 포인트:place|text, 어종:text, cm|크기:quantity=cm, 미끼:text, 누구:person|text',
  ],
  ['엄마 혈당 공복이랑 식후 2시간, 표로 병원에 보여드릴 거예요', '혈당', 'f: 공복:number|quantity, 식후:number|quantity; view: table'],
  [
    '웹소설 쓰는데 회차, 글자수, 상태는 구상, 초고, 퇴고, 업로드. 하루 5000자',
    '웹소설|소설',
    'f: 회차:text|number, 글자수:number, 상태:choice{구상/초고/퇴고/업로드}; goal 5000/day',
  ],
  ['오늘 설거지 누가 할지 뽑기. 아빠 엄마 형 나', '설거지', 'does: pick; seeds: 아빠, 엄마, 형'],
  ['계란 삶기 타이머 반숙 6분 반 완숙 11분', '계란', 'timer 6.5/11'],
  [
    '오토바이 정비 기록이요 작업, 주행거리, 비용, 다음 정비일, 3일 전 알림',
    '오토바이|정비',
    'f: 작업:text|note, 주행거리:quantity=km, 비용:money, 정비일|다음:date; before 3',
  ],
  [
    '청첩장 돌릴 사람들. 이름, 몇 명 오는지, 참석 여부, 축의금',
    '청첩장|하객',
    'f: 이름:person|text, 명:number, 참석:yesno|choice, 축의금:money',
  ],
  [
    '술 줄이기. 날짜, 뭐 몇 잔, 누구랑, 숙취 있었는지. 일주일에 5잔까지만',
    '술',
    'f: 잔:number|quantity, 누구:person|text, 숙취:yesno; limit 5/week',
  ],
  [
    '빈티지샵 재고 품명 연대 사이즈(S/M/L/XL) 매입가 판매가 팔렸는지',
    '빈티지|재고',
    'f: 품명:text, 연대:text|number|choice, 사이즈:choice{S/M/L/XL}, 매입가:money, 판매가:money, 팔렸:yesno',
  ],
  [
    '공무원 시험 준비 하루 10시간 목표. 과목은 국어 영어 한국사 행정법, 공부한 시간, 집중도 상중하',
    '공무원|공부|시험',
    'f: 과목:choice{국어/영어/한국사/행정법}, 시간:duration, 집중도:choice{상/중/하}; goal 600/day',
  ],
  ['맛집 탐방. 가게, 먹은 거, 가격, 또 갈 건지, 별점', '맛집', 'f: 가게:place|text, 먹은:text, 가격:money, 갈:yesno, 별점:rating'],
  [
    '독거어르신 방문 봉사하고 있습니다. 어르신 성함, 방문 일시, 건강 상태, 필요한 것, 다음 방문일',
    '방문|어르신|봉사',
    'f: 성함:person|text, 일시:datetime, 상태:text|note|rating|choice, 필요:text|note, 다음:date; no: 날짜:date',
  ],
  ['필라테스 회원권 20회 끊었어. 갈 때마다 날짜랑 강사 적고 몇 번 남았나', '필라테스', 'f: 날짜:date|datetime, 강사:person|text'],
]
