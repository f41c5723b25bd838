/** Wishes of English-speaking strangers: what they say, what the app may be called, what it must hold (see wants.ts). */
import type { Stranger } from './wants.ts'

export const EN: Stranger[] = [
  [
    'i clean houses, six regulars. could do with something that tells me who, date and time, how many hours and whether theyve paid',
    'clean|regulars|clients|houses',
    'f: who|client|regular:person|text, date and time:datetime, hours:number|duration|quantity, paid:yesno; no: date:date',
  ],
  [
    'Gimme smth for my knitting pls im begging. pattern, yarn, needle size mm, status: planned, on the needles, done or frogged',
    'knitting',
    'f: pattern:text, yarn:text, needle size:quantity|number, status:choice{planned/on the needles/done/frogged}',
  ],
  [
    'I coach under-9s football on a Saturday morning. I want to note who turned up, who was in goal and the score',
    'football|under-9s|matches',
    'f: turned up:person|text|choices|note|relation, goal:person|text, score:text|number',
  ],
  [
    'my knee op was tuesday. physio wants quad sets, straight leg raises and ankle circles, three times a day, ten of each',
    'physio|knee|exercises',
    'seeds: quad sets, straight leg raises, ankle circles',
  ],
  [
    'read 24 books this year. thats the goal. title, author, stars out of five, and would I lend it to a friend',
    'book|read',
    'f: title:text, author:person|text, stars|rating:rating=5, lend:yesno; goal 24/year',
  ],
  [
    'Ok so me, Callum and Bex play cribbage every Thursday and argue about who is winning. Just keep the score',
    'cribbage',
    'does: score; seeds: Callum, Bex',
  ],
  [
    'food diary for the toddler. he eats: fish fingers, peas, squash, banana. tick off what he ate and how much of it went on the floor lol',
    'food|toddler',
    'seeds: fish fingers, peas, squash, banana',
  ],
  [
    "Can it be 50 minutes work then a 10 minute break, and after three of those a half hour lunch? I'm writing a thesis",
    'thesis|focus|work|timer|writing',
    'timer 50/10/30; does: timer',
  ],
  [
    'I let out two holiday cottages, Wren and Plover. bookings: guest, arrival, departure, deposit paid?, total, platform (direct/airbnb/booking.com)',
    'booking|cottage',
    'f: guest:person|text, arrival:date, departure:date, deposit paid:yesno, total:money, platform:choice{direct/airbnb/booking.com}',
  ],
  [
    'cant remember when i last changed the filter in the fish tank or did the water. want it weekly. no, fortnightly',
    'tank|filter|fish|water',
    'f: :date',
  ],
  [
    'Job hunting again at 54, god help me. Company, role, where I saw it, date applied and a board with applied / phone call / interview / offer / no',
    'job|applications',
    'f: company:text, role:text, applied:date; view: board; opt: applied/phone call/interview/offer/no',
  ],
  ['need to put away 3k by next august for a new boiler', 'boiler', 'goal 3000'],
  [
    'Migraine log. When it came on, how long it lasted, how bad 1-10, had I eaten, what i took',
    'migraine',
    'f: came on|start:datetime|time|date, lasted:duration, bad:rating=10, eaten:yesno, took:text|choice|choices',
  ],
  [
    "We've got a stall at the car boot on sundays and I never know if we made money. what we sold, who sold it me or Dave, price, what we paid for it, and the profit worked out",
    'stall|car boot|sales',
    'f: sold|item:text, price:money, paid|cost:money, profit:computed',
  ],
  ["I'm learning Welsh for my mother in law. flash cards please, welsh on one side english on the other", 'welsh', 'does: repetition'],
  [
    'three runs a week. distance in miles, time, how the legs felt',
    'run',
    'f: distance:quantity=mi, time:duration, felt|legs:rating|text|note|choice; goal 3/week',
  ],
  ['pub quiz team, we are Norfolk & Chance, there are five of us, whose turn to buy the round', 'round|quiz|turn', 'does: pick'],
  [
    'Hi, I am a beekeeper with 4 hives (North, Orchard, Ivy, Bottom field). At each inspection I record date, hive, queen seen, brood frames, temper out of five and any notes.',
    'inspection|hive|bee',
    'f: date:date|datetime, hive:choice|text|relation, queen seen:yesno, brood frames:number, temper:rating=5, notes:note|text',
  ],
  ['an app for whether i took the bins out. brown bin one week, blue the next', 'bin', 'f: :date|choice|yesno'],
  [
    'Could you make me something for my dads medication? Ramipril in the morning, atorvastatin at night, and metformin twice a day with food.',
    'medic|med|pill|dad',
    'seeds: ramipril, atorvastatin, metformin',
  ],
  [
    'screen time!!! i want under 3 hours a day. date, hours, what on',
    'screen time',
    'f: hours|time:duration|number|quantity; limit 180,3/day',
  ],
  [
    "I do nails from my spare room. Client name, what they had done, how long it took, what I charged, tip, when they're next due",
    'nails|client|appointments',
    'f: client|name:person|text, had done|done:text, took:duration, charged:money, tip:money, due:date',
  ],
  [
    'wedding. 14 june next year. guests, are they coming, plus one, dietary stuff, which table',
    'wedding|guest',
    'f: guest|name:person|text, coming:yesno|choice, plus one:yesno|text|person|number, diet:text|choice, table:number|text',
  ],
  [
    'i owe everyone money. who, how much, when i said id pay it back, sorted y/n',
    'owe|debt',
    'f: who:person|text, how much|amount:money, pay:date, sorted:yesno',
  ],
  [
    'Every house viewing blurs into one. Address, asking price, beds, garden yes or no, gut feeling out of ten, and a photo link',
    'house|viewing',
    'f: address:place|text, price:money, beds:number, garden:yesno, feeling:rating=10, link:link',
  ],
  [
    'allotment diary plz. crop variety sown planted harvested kg',
    'allotment',
    'f: crop:text, variety:text, sown:date, planted:date, harvested:quantity|date',
  ],
  [
    'My son is 7 and gets pocket money for jobs: making bed 20p, feeding guinea pig 50p, hoovering stairs £1. Add up what I owe him each week',
    'pocket money|jobs|chores',
    'seeds: making bed, feeding guinea pig, hoovering stairs',
  ],
  [
    "I'm 71 and the doctor says walk. 6000 steps a day. A nice big number and a line going up, nothing else",
    'step|walk',
    'f: step:number|quantity; goal 6000/day; view: chart:line',
  ],
  [
    'band practice. songs: Valerie, Mr Brightside, Dakota, Teenage Kicks. key, bpm, who sings lead, how ready (rough/nearly/gig ready)',
    'song|band|setlist',
    'f: key:text|choice, bpm:number|quantity, sing|lead:person|text, ready:choice{rough/nearly/gig ready}; seeds: Valerie, Mr Brightside, Dakota, Teenage Kicks',
  ],
  ['Split the ski trip between me, Olu, Hannah and Big Tom, who paid for what', 'ski trip', 'does: split; seeds: Olu, Hannah, Big Tom'],
  [
    'lateral flow of ideas lol. just somewhere to dump song ideas with a mood and a voice memo link',
    'song|idea',
    'f: mood:text|choice|rating, link|memo:link',
  ],
  [
    'Van log for HMRC: date, from, to, miles, reason. 45p a mile worked out for me',
    'van|mile',
    'f: date:date, from:place|text, to:place|text, miles:quantity|number, reason:text; k: computed',
  ],
  [
    'ive to be at my mums by 6 most days, she is forgetful. did she eat, did she take her tablets, mood, anything worrying',
    'mum',
    'f: eat:yesno, tablets:yesno, mood:rating|choice|text, worrying:note|text|yesno',
  ],
  ['something to count down to when Ellie gets back from Australia, 3 march', 'ellie|australia|back', 'does: countdown; to: 03-03'],
  [
    'Gym. Push/pull/legs. exercise, weight in kg, reps, sets, and did i hit failure',
    'gym|workout',
    'f: exercise:text|choice, weight:quantity=kg, reps:number, sets:number, failure:yesno; opt: push/pull/legs',
  ],
  [
    'a kanban for the kitchen renovation - to order, ordered, delivered, fitted. each thing has supplier, cost and delivery date',
    'kitchen|renovation',
    'view: board; opt: to order/ordered/delivered/fitted; f: supplier:text|person|place, cost:money, delivery date:date',
  ],
  [
    'Freelance translator here. client, words, rate per 1000, invoice sent, paid. i take 10% off for the agency, work that out',
    'translat|job|client|invoice',
    'f: client:person|text, words:number, rate:money, sent:yesno|date, paid:yesno|date; k: computed',
  ],
  [
    'tracking how often my boyfriend is late because he says he isnt. date, how many minutes, excuse',
    'late|boyfriend',
    'f: date:date|datetime, minutes|late:duration|number|quantity, excuse:text|note',
  ],
  [
    'Church flower rota: Margaret, Jean, Pauline, Sister Agnes. one each sunday',
    'flower|rota',
    'seeds: Margaret, Jean, Pauline, Sister Agnes',
  ],
  [
    'yo need an app 4 my sneaker collection. brand model colourway size what i paid what its worth now',
    'sneaker',
    'f: brand:text|choice, model:text, colourway:text, size:number|text|quantity, paid:money, worth:money',
  ],
  ['Egg timer with 6½ min for soft and 10 for hard', 'egg', 'timer 6.5/10'],
  [
    'I keep losing receipts. shop, what for, amount, is it for the business or me, and a total for each month',
    'receipt',
    'f: shop:place|text, what for|for:text|choice|note, amount:money, business:choice|yesno',
  ],
  [
    'The dog is on a diet. Biscuit has to go from 34 kilos to 28. weigh her every sunday',
    'dog|biscuit|weight|diet',
    'f: weight:quantity=kg; goal 28',
  ],
  [
    'Who of us has seen which film: me, Nat, Ola. film, who with, marks out of ten, where we watched it',
    'film',
    'f: film|title:text, who with:person|text|choice|choices|relation, marks|rating|score:rating=10, watched|where:place|text|choice',
  ],
  [
    "I teach piano to eleven kids. I'd like to put down each lesson: pupil, date and time, piece, what to practise, and if the parents have paid for it",
    'piano|lesson',
    'f: pupil:person|text, date and time:datetime, piece:text, practise:text|note, paid:yesno; no: date:date',
  ],
  ['no more than 2 coffees before noon and none after. just count them', 'coffee', 'limit 2'],
  [
    'Need a baby names shortlist. name, boy/girl/either, meaning, my score, his score',
    'baby name|names',
    'f: name:text, boy:choice, meaning:text|note, my score:rating|number, his score:rating|number',
  ],
  [
    "Birthdays. I always forget my nieces' ones. name, birthday, what I gave last year, and tell me a week before",
    'birthday',
    'f: name:person|text, birthday:date, gave:text; before 7',
  ],
  [
    'Study for the ACCA, 90 minutes every evening, chapters done, how sure i feel low medium high',
    'acca|study',
    'f: chapter:text|number, sure:choice{low/medium/high}; goal 90/day',
  ],
  [
    "we're foster carers and social services want a daily record: sleep, appetite, school attended, contact with family, incidents. time and date on every one",
    'daily record|foster|record',
    'f: sleep:text|rating|duration|note, appetite:text|rating|note|choice, school:yesno, contact:text|note|yesno, incidents:note|text, date:datetime',
  ],
  ['meal plan for the week pls, two veggies and a coeliac in the house', 'meal', 'does: shopping'],
  ['Darts: legs and averages for Kev, Shaz, me. lowest darts wins the leg', 'darts', 'does: score; seeds: Kev, Shaz'],
]
