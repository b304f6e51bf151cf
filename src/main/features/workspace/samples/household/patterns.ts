/** The invented household's habits. Amounts in pence (or euro cents), as spent: positive. */
export interface Bill {
  payee: string
  category: string
  account: 'Current account' | 'Credit card'
  day: number
  amount: number
  /** Months 1–12 in which it is not taken. */
  not?: readonly number[]
  /** Takes this amount from the month (0–35) on: a price rise. */
  from?: readonly [month: number, amount: number]
  season?: Readonly<Partial<Record<number, number>>>
}

export const BILLS: readonly Bill[] = [
  {
    payee: 'Moorside Building Society',
    category: 'Housing: Mortgage',
    account: 'Current account',
    day: 1,
    amount: 98_450,
    from: [18, 112_375],
  },
  {
    payee: 'Wharfedale Council',
    category: 'Housing: Council tax',
    account: 'Current account',
    day: 3,
    amount: 17_900,
    not: [2, 3],
    from: [15, 18_795],
  },
  {
    payee: 'Brightway Energy',
    category: 'Housing: Energy',
    account: 'Current account',
    day: 9,
    amount: 16_200,
    season: { 12: 1.5, 1: 1.6, 2: 1.5, 3: 1.2, 6: 0.6, 7: 0.5, 8: 0.5 },
  },
  { payee: 'Dales Water', category: 'Housing: Water', account: 'Current account', day: 12, amount: 3_850 },
  {
    payee: 'Fellview Broadband',
    category: 'Housing: Broadband',
    account: 'Current account',
    day: 15,
    amount: 3_200,
    from: [14, 3_565],
  },
  {
    payee: 'Talkfree Mobile',
    category: 'Housing: Mobile',
    account: 'Current account',
    day: 17,
    amount: 2_400,
  },
  {
    payee: 'Curlew Home Insurance',
    category: 'Housing: Insurance',
    account: 'Current account',
    day: 20,
    amount: 2_180,
  },
  {
    payee: 'Linnet Car Insurance',
    category: 'Transport: Car insurance',
    account: 'Current account',
    day: 21,
    amount: 4_640,
    from: [22, 5_390],
  },
  {
    payee: 'Little Acorns Nursery',
    category: 'Family: Childcare',
    account: 'Current account',
    day: 2,
    amount: 64_000,
    not: [8],
    from: [20, 41_500],
  },
  {
    payee: 'Cineflow',
    category: 'Leisure: Subscriptions',
    account: 'Credit card',
    day: 5,
    amount: 1_099,
    from: [10, 1_299],
  },
  { payee: 'Tunehall', category: 'Leisure: Subscriptions', account: 'Credit card', day: 11, amount: 1_499 },
  { payee: 'Riverside Gym', category: 'Health: Fitness', account: 'Credit card', day: 6, amount: 3_200 },
  {
    payee: 'The Weekly Gazette',
    category: 'Leisure: Subscriptions',
    account: 'Credit card',
    day: 19,
    amount: 700,
    from: [26, 900],
  },
]

export interface Habit {
  payees: readonly string[]
  category: string
  account: 'Current account' | 'Credit card'
  /** Times a month. */
  times: number
  /** Median in pence, and the spread of its logarithm. */
  median: number
  spread: number
  season?: Readonly<Partial<Record<number, number>>>
}

export const HABITS: readonly Habit[] = [
  {
    payees: ['Hartley’s Supermarket', 'Greenfield Foods', 'Corner Pantry'],
    category: 'Food: Groceries',
    account: 'Credit card',
    times: 19,
    median: 2_850,
    spread: 0.7,
    season: { 12: 1.4 },
  },
  {
    payees: ['Mill Lane Bakery', 'Valley Butchers', 'Saturday Market'],
    category: 'Food: Groceries',
    account: 'Current account',
    times: 9,
    median: 920,
    spread: 0.5,
  },
  {
    payees: ['Bean & Gone', 'Station Coffee', 'The Copper Kettle'],
    category: 'Food: Coffee',
    account: 'Credit card',
    times: 17,
    median: 395,
    spread: 0.3,
  },
  {
    payees: ['Golden Orchard', 'Trattoria Lucia', 'The Plough', 'Spice Terrace'],
    category: 'Food: Eating out',
    account: 'Credit card',
    times: 7,
    median: 3_400,
    spread: 0.5,
  },
  {
    payees: ['Northern Line Rail', 'Metro Buses', 'City Parking'],
    category: 'Transport: Public transport',
    account: 'Credit card',
    times: 14,
    median: 620,
    spread: 0.6,
  },
  {
    payees: ['Moor Road Fuels', 'Junction 7 Services'],
    category: 'Transport: Fuel',
    account: 'Credit card',
    times: 4,
    median: 5_450,
    spread: 0.25,
  },
  {
    payees: ['Parcelbird', 'Homeware Hall', 'Hammer & Nail'],
    category: 'Home: Household',
    account: 'Credit card',
    times: 9,
    median: 1_790,
    spread: 0.8,
  },
  {
    payees: ['Thread & Co', 'Sole Traders Shoes'],
    category: 'Personal: Clothing',
    account: 'Credit card',
    times: 4,
    median: 3_200,
    spread: 0.6,
    season: { 11: 1.5, 12: 1.6 },
  },
  {
    payees: ['Well Street Pharmacy', 'Bright Smile Dental'],
    category: 'Health: Medical',
    account: 'Credit card',
    times: 3,
    median: 1_150,
    spread: 0.9,
  },
  {
    payees: ['Page Turner Books', 'Picture House', 'Swimming Baths'],
    category: 'Leisure: Outings',
    account: 'Credit card',
    times: 7,
    median: 1_650,
    spread: 0.5,
  },
  {
    payees: ['Toy Attic', 'Card Corner', 'Bloom Florist'],
    category: 'Family: Gifts',
    account: 'Credit card',
    times: 3,
    median: 2_200,
    spread: 0.6,
    season: { 12: 4 },
  },
  {
    payees: ['Harbour Lifeboats', 'Food Bank Wharfedale'],
    category: 'Giving: Charity',
    account: 'Current account',
    times: 2,
    median: 1_500,
    spread: 0.3,
  },
]

export const SALARIES = [
  { payee: 'Fairbrook Engineering Ltd', category: 'Income: Salary', day: 28, amount: 296_540 },
  { payee: 'Wharfedale Schools Trust', category: 'Income: Salary', day: 25, amount: 214_310 },
] as const

/** Spending of the trip to Portugal, 5 to 18 August 2024, in euro cents. */
export const TRIP = {
  from: '2024-08-05',
  days: 14,
  habits: [
    {
      payees: ['Mercado da Praia', 'Mercearia Azul'],
      category: 'Food: Groceries',
      times: 12,
      median: 2_300,
      spread: 0.5,
    },
    {
      payees: ['Tasca do Rio', 'Marisqueira Farol', 'Café Miradouro'],
      category: 'Food: Eating out',
      times: 22,
      median: 3_100,
      spread: 0.5,
    },
    {
      payees: ['Comboios da Costa', 'Táxi Lagos', 'Auto Sul Rentals'],
      category: 'Holiday: Getting about',
      times: 9,
      median: 1_900,
      spread: 0.8,
    },
    { payees: ['Casa das Andorinhas'], category: 'Holiday: Lodging', times: 2, median: 64_000, spread: 0.05 },
    {
      payees: ['Museu do Mar', 'Passeios de Barco', 'Quinta das Oliveiras'],
      category: 'Holiday: Activities',
      times: 8,
      median: 2_600,
      spread: 0.5,
    },
  ],
} as const
