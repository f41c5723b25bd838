import type { Halves } from './types.ts'

const TODAY = '2026-11-24'
const YESTERDAY = '2026-11-23'

export const en: Halves = {
  first: [
    {
      wish: 'fuel log: litres, cost, odometer, date',
      kept: [
        { Litres: 38.5, Cost: 63.9, Odometer: 79480, Date: '2026-11-10' },
        { Litres: 40.1, Cost: 66.2, Odometer: 79846, Date: '2026-11-17' },
      ],
      told: [
        ['41.2 litres, 68.40, odo 80214', [{ Litres: 41.2, Cost: 68.4, Odometer: 80214, Date: TODAY }]],
        ['35L 58.10 80630', [{ Litres: 35, Cost: 58.1, Odometer: 80630 }]],
        ['filled up, £70.15 for 42 litres, 80990 on the clock', [{ Litres: 42, Cost: 70.15, Odometer: 80990 }]],
        ['yesterday 39.9 / 66.00 / 80214', [{ Litres: 39.9, Cost: 66, Odometer: 80214, Date: YESTERDAY }]],
        ['that last fill was 40.9 litres not 40.1', [{ Litres: 40.9, Cost: 66.2, Odometer: 79846 }], 'changed'],
      ],
    },
    {
      wish: "I'm flat hunting. keep address, rent, size, notes, rating out of 10",
      kept: [{ Address: '2 Quay Street', Rent: 980, Size: '45 m2', Rating: 6 }],
      told: [
        [
          '14 Mill Lane, £1150, 52 m2, damp in the bathroom, 7/10',
          [{ Address: '14 Mill Lane', Rent: 1150, Size: /52/, Notes: /damp/, Rating: 7 }],
        ],
        ['Flat 3, 9 Orchard Row, 1,300 a month, lovely light, 9', [{ Address: /9 Orchard Row/, Rent: 1300, Rating: 9, Notes: /light/ }]],
        ['quay street was 950 actually', [{ Address: '2 Quay Street', Rent: 950, Rating: 6 }], 'changed'],
      ],
    },
    {
      wish: 'physio exercises: exercise, done, pain out of 10, notes',
      told: [
        ['heel slides done, 6', [{ Exercise: 'heel slides', Done: true, Pain: 6 }]],
        ['done my ankle pumps. hurts like billy-o', [{ Exercise: 'ankle pumps', Done: true, Pain: undefined, Notes: /billy/ }]],
        ['quad sets, done, 3, felt easier today', [{ Exercise: 'quad sets', Done: true, Pain: 3, Notes: /easier/ }]],
        [['clam shells done, 4', 'pain was 5 actually'], [{ Exercise: 'clam shells', Pain: 5 }], 'changed'],
      ],
    },
    {
      wish: "baby's first foods: food, date, did she like it, reaction",
      kept: [
        { Food: 'peas', Date: TODAY, 'Did she like it': false },
        { Food: 'banana', Date: '2026-11-20', 'Did she like it': true },
      ],
      told: [
        ['avocado, loved it, no reaction', [{ Food: 'avocado', 'Did she like it': true, Reaction: false }]],
        ['no wait the peas were sweetcorn', [{ Food: 'sweetcorn', 'Did she like it': false }], 'changed'],
        ['that was yesterday not today', [{ Food: 'peas', Date: YESTERDAY }], 'changed'],
        ['egg, bit of a rash on her cheek', [{ Food: 'egg', Reaction: /rash/ }]],
        ['the banana was on the 21st', [{ Food: 'banana', Date: '2026-11-21' }], 'changed'],
      ],
    },
    {
      wish: 'home appointments: who, date, time, cost',
      kept: [
        { Who: 'dentist', Date: '2026-11-12', Time: '09:30', Cost: 45 },
        { Who: 'plumber', Date: '2026-11-19', Time: '14:00', Cost: 120 },
      ],
      told: [
        ['the dentist one was 60', [{ Who: 'dentist', Cost: 60 }], 'changed'],
        ['window cleaner, tomorrow 11am, 25', [{ Who: /window cleaner/i, Date: '2026-11-25', Time: '11:00', Cost: 25 }]],
        ['plumber came at 3pm not 2', [{ Who: 'plumber', Time: '15:00', Cost: 120 }], 'changed'],
      ],
    },
    {
      wish: 'dog walks: who walked, minutes, where, notes',
      kept: [
        { 'Who walked': 'Samantha K.', Minutes: 30, Where: 'canal' },
        { 'Who walked': 'Petra', Minutes: 50, Where: 'woods' },
      ],
      told: [
        ['Sam, 40 min, canal', [{ 'Who walked': 'Samantha K.', Minutes: 40, Where: 'canal' }]],
        ['Petra 25 minutes round the park, rolled in something', [{ 'Who walked': 'Petra', Minutes: 25, Where: /park/, Notes: /rolled/ }]],
        [
          ['Petra, 20 min, beach', 'oh and she found a dead crab'],
          [{ 'Who walked': 'Petra', Minutes: 20, Where: 'beach', Notes: /dead crab/ }],
          'changed',
        ],
      ],
    },
    {
      wish: 'books: title, author, pages, rating, finished',
      told: [
        [
          'Piranesi, Susanna Clarke, 272, 5 stars, finished on Sunday',
          [{ Title: 'Piranesi', Author: 'Susanna Clarke', Pages: 272, Rating: 5, Finished: '2026-11-22' }],
        ],
        [['Stoner, John Williams, 288 pages', 'oh and it was 4 stars'], [{ Title: 'Stoner', Rating: 4, Pages: 288 }], 'changed'],
      ],
    },
  ],
  later: [
    {
      wish: 'table tennis results: opponent, my score, their score, format, date',
      told: [
        ['Tom 3-1 me, best of five', [{ Opponent: 'Tom', Format: 'best of five' }]],
        ['beat Priya yesterday, best of three', [{ Opponent: 'Priya', Format: 'best of three', Date: YESTERDAY }]],
      ],
    },
    {
      wish: 'blood pressure diary: systolic, diastolic, pulse, arm, note',
      kept: [{ Systolic: 135, Diastolic: 88, Pulse: 74, Arm: 'right', Date: YESTERDAY }],
      told: [
        ['bp 128/82, 71, left arm', [{ Systolic: 128, Diastolic: 82, Pulse: 71, Arm: /left/ }]],
        ['131 over 84 pulse 69 right, after coffee', [{ Systolic: 131, Diastolic: 84, Pulse: 69, Note: /coffee/ }]],
        ['119 76 66', [{ Systolic: 119, Diastolic: 76, Pulse: 66 }]],
        ["sorry yesterday's pulse was 78", [{ Systolic: 135, Pulse: 78 }], 'changed'],
      ],
    },
    {
      wish: 'track my freelance invoices: client, amount, due date, sent',
      kept: [
        { Client: 'Harlow & Sons', Amount: 1200 },
        { Client: 'Bluebell Nursery', Amount: 340 },
      ],
      told: [
        ['Nkechi Design, 850, due 15 December', [{ Client: 'Nkechi Design', Amount: 850, 'Due date': '2026-12-15' }]],
        ['bluebell should be 430', [{ Client: 'Bluebell Nursery', Amount: 430 }], 'changed'],
        ['the 1200 one is due on Friday', [{ Client: 'Harlow & Sons', 'Due date': '2026-11-27' }], 'changed'],
      ],
    },
    {
      wish: 'wine I drank: name, grape, price, rating out of 5, notes',
      told: [
        ['Cote Rotie, Syrah, 38, 4/5, bit smoky', [{ Name: /Cote Rotie/i, Grape: 'Syrah', Price: 38, Rating: 4, Notes: /smoky/ }]],
        ['Picpoul £9.50 3 stars, good with mussels', [{ Name: 'Picpoul', Price: 9.5, Rating: 3, Notes: /mussels/ }]],
        [['Barolo, Nebbiolo, 31, 5', 'no hang on it was 29'], [{ Name: 'Barolo', Price: 29, Rating: 5 }], 'changed'],
        [['Rioja, 12, 3', 'note: corked, took it back'], [{ Name: 'Rioja', Price: 12, Notes: /corked/ }], 'changed'],
      ],
    },
    {
      wish: 'running log: distance, time, shoes, how it felt out of 5',
      told: [
        ['8k in 44 min, old Sauconys, 3', [{ Distance: 8, Shoes: /saucony/i, 'How it felt': 3 }]],
        ['ran 5.2 km, 29 minutes, felt like a 4', [{ Distance: 5.2, 'How it felt': 4 }]],
      ],
    },
    {
      wish: 'migraine diary: date, severity 1-10, trigger, medication, hours lasted',
      told: [
        ['7, red wine, sumatriptan, 5 hours', [{ Severity: 7, Trigger: 'red wine', Medication: 'sumatriptan', 'Hours lasted': 300 }]],
        [
          'yesterday, 4, bad sleep, ibuprofen, lasted 3 hours',
          [{ Date: YESTERDAY, Severity: 4, Trigger: 'bad sleep', Medication: 'ibuprofen' }],
        ],
      ],
    },
    {
      wish: 'small expenses with category: food, transport, fun',
      kept: [
        { Item: 'train to Leeds', Amount: 24, Category: 'transport' },
        { Item: 'cinema', Amount: 11.5, Category: 'fun' },
      ],
      told: [
        [
          'bus fare 2.80 and then a falafel wrap 7.50',
          [
            { Item: /bus/, Amount: 2.8 },
            { Item: /falafel wrap/, Amount: 7.5 },
          ],
        ],
        ['wrong, the train was 27', [{ Item: 'train to Leeds', Amount: 27 }], 'changed'],
        ['bowling 14 fun', [{ Item: 'bowling', Amount: 14, Category: 'fun' }]],
        ['the cinema was 12.50, I forgot the booking fee', [{ Item: 'cinema', Amount: 12.5 }], 'changed'],
      ],
    },
    {
      wish: 'medicine cabinet: medicine, dose, quantity, expiry',
      told: [
        ['paracetamol, 500mg, 32, March 2028', [{ Medicine: 'paracetamol', Dose: /500 ?mg/, Quantity: 32 }]],
        ['cetirizine 10mg 14 tablets', [{ Medicine: 'cetirizine', Dose: /10 ?mg/, Quantity: 14 }]],
      ],
    },
    {
      wish: 'job applications: company, role, salary, status (applied, interview, offer, rejected), date',
      kept: [{ Company: 'Ordnance Survey', Role: 'cartographer', Status: 'applied', Salary: 34000 }],
      told: [
        ['Tidal Labs, data analyst, 42k, applied', [{ Company: 'Tidal Labs', Role: 'data analyst', Salary: 42000, Status: 'applied' }]],
        ['got an interview with ordnance survey', [{ Company: 'Ordnance Survey', Status: 'interview' }], 'changed'],
        ['survey one pays 36k not 34k', [{ Company: 'Ordnance Survey', Salary: 36000 }], 'changed'],
      ],
    },
    {
      wish: 'bird sightings: species, count, place, date, weather',
      told: [
        ['3 goldfinches at the feeder, sunny', [{ Species: /goldfinch/, Count: 3, Weather: 'sunny' }]],
        ['heron, 1, Salthouse marsh, cloudy', [{ Species: 'heron', Count: 1, Place: /Salthouse/, Weather: 'cloudy' }]],
        ['saw a kestrel near the A12 yesterday', [{ Species: /kestrel/, Place: /A12/, Date: YESTERDAY }]],
      ],
    },
  ],
}
