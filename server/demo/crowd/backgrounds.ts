import type { EducationLevel } from '../../../src/domain/codes/education-levels.ts';
import type { Permit } from '../../../src/domain/codes/permits.ts';
import type { Names } from '../../../src/domain/names.ts';

/** Where some of the made-up people come from: languages, the usual permits and schooling, and names. No real person is meant. */
export interface Background {
  languages: string[];
  interpreting: string;
  permits: Permit[];
  education: EducationLevel[];
  /** Years in which the register often got 1 January, or a guess, as the date of birth. */
  birthIsUncertain: boolean;
  people: Names[];
}

const named = (givenNames: string, familyName = '', calledName?: string): Names => ({
  givenNames,
  familyName,
  calledName,
});

export const backgrounds: readonly Background[] = [
  {
    languages: ['uk', 'ru'],
    interpreting: 'uk',
    permits: ['E_KOLLEKTIV'],
    education: ['VGS_FULLFORT_GSU', 'FAGUTDANNING', 'FAGUTDANNING', 'HOYERE_KORT', 'HOYERE_LANG'],
    birthIsUncertain: false,
    people: [
      named('Oksana', 'Kovalchuk'),
      named('Iryna', 'Shevchuk-Melnyk'),
      named('Viktor', 'Bondarenko'),
      named('Serhii', 'Tkachenko'),
      named('Nataliia', 'Kravchenko', 'Наталія'),
      named('Andrii', 'Lysenko'),
      named('Kateryna', 'Savchuk', 'Katja'),
      named('Liudmyla', 'Polishchuk'),
      named('Юрій', 'Марченко'),
      named('Tetiana', 'Hrytsenko'),
      named('Dmytro', 'Rudenko'),
      named('Yevheniia', 'Zaporozhets'),
      named('Bohdan', 'Onyshchenko'),
      named('Valentyna', 'Chornovol-Vasylenko'),
      named('Artem', 'Lytvyn'),
      named('Mariia', 'Panchenko'),
      named('Олександра', 'Бойко', 'Sasja'),
      named('Roman', 'Hnatiuk'),
      named('Larysa', 'Moroz'),
      named('Ihor', 'Stetsenko'),
      named('Zoia', 'Prykhodko'),
      named('Maksym', 'Yarovyi'),
    ],
  },
  {
    languages: ['ar'],
    interpreting: 'ar',
    permits: ['B_OVERFORING', 'A_FLYKTNING', 'F_FAMILIE'],
    education: ['UNGDOM_6_9', 'GRUNNSKOLE_FULLFORT', 'VGS_DELER', 'VGS_FULLFORT_GSU', 'HOYERE_KORT'],
    birthIsUncertain: true,
    people: [
      named('Abdulrahman Mohammed Hassan', 'Al-Khatib Al-Masri-Nasser', 'Abdul'),
      named('أحمد', 'الخطيب'),
      named('Fatima', 'Al-Hassan'),
      named('Khaled', 'Haddad'),
      named('مريم', 'Darwish', 'مريم'),
      named('Hiba', 'Al-Ahmad'),
      named('Mahmoud', 'Sabbagh'),
      named('Layla', 'Qasim-Haddad'),
      named('ياسمين', 'حداد', 'Yasmin'),
      named('Bassam', 'Al-Rashid'),
      named('Amal', 'Idris'),
      named('Nizar', 'Sulayman'),
    ],
  },
  {
    languages: ['ti', 'am'],
    interpreting: 'ti',
    permits: ['A_FLYKTNING', 'F_FAMILIE'],
    education: ['BARNESKOLE_1_5', 'UNGDOM_6_9', 'GRUNNSKOLE_FULLFORT', 'VGS_DELER'],
    birthIsUncertain: true,
    people: [
      named('Tesfay', 'Haile'),
      named('Mebrahtu', 'Gebremedhin Woldemichael', 'መብራህቱ'),
      named('ሰላማዊት', '', 'Selamawit'),
      named('Rahwa', 'Tekle'),
      named('Yonas', 'Kidane'),
      named('Letebrhan', 'Ghebreyesus'),
      named('ፍረወይኒ', 'Abraha'),
      named('Filmon', 'Berhe'),
    ],
  },
  {
    languages: ['prs', 'ps'],
    interpreting: 'prs',
    permits: ['A_FLYKTNING', 'B_OVERFORING', 'F_FAMILIE'],
    education: ['INGEN', 'BARNESKOLE_1_5', 'UNGDOM_6_9', 'VGS_FULLFORT_GSU'],
    birthIsUncertain: true,
    people: [
      named('Zarmina'),
      named('Gulalai'),
      named('Najibullah'),
      named('زرمینه', '', 'Zari'),
      named('Latifa', 'Karimi'),
      named('Mohammad Reza', 'Hosseini-Karimi', 'Reza'),
      named('نجیب', 'احمدی'),
      named('Shukria'),
      named('Habibullah', 'Stanekzai'),
    ],
  },
  {
    languages: ['so'],
    interpreting: 'so',
    permits: ['F_FAMILIE', 'A_FLYKTNING'],
    education: ['INGEN', 'BARNESKOLE_1_5', 'UNGDOM_6_9'],
    birthIsUncertain: true,
    people: [
      named('Abdirahman Mohamed', 'Warsame'),
      named('Hodan', 'Farah'),
      named('Sahra', 'Jama Abdi'),
      named('Ayaan'),
      named('Liban', 'Hersi'),
    ],
  },
  {
    languages: ['sw', 'fr', 'rw'],
    interpreting: 'sw',
    permits: ['B_OVERFORING'],
    education: ['INGEN', 'BARNESKOLE_1_5', 'UNGDOM_6_9', 'GRUNNSKOLE_FULLFORT'],
    birthIsUncertain: true,
    people: [
      named('Marie-Claire Immaculée', 'Mwamba-Kabongo', 'Marie'),
      named('Jean-Bosco', 'Habimana'),
      named('Espérance', 'Nyirahabineza'),
      named('Dieudonné', 'Bahati'),
      named('Furaha'),
      named('Innocent', 'Ndayishimiye'),
      named('Chantal', 'Mukeshimana-Uwase'),
    ],
  },
  {
    languages: ['fa'],
    interpreting: 'fa',
    permits: ['A_FLYKTNING', 'F_FAMILIE'],
    education: ['VGS_FULLFORT_GSU', 'HOYERE_KORT', 'HOYERE_LANG'],
    birthIsUncertain: false,
    people: [named('Shirin', 'Moradi'), named('آرش', 'کریمی', 'Arash'), named('Parvaneh', 'Sohrabi')],
  },
  {
    languages: ['kmr', 'tr'],
    interpreting: 'kmr',
    permits: ['A_FLYKTNING'],
    education: ['GRUNNSKOLE_FULLFORT', 'VGS_FULLFORT_GSU', 'HOYERE_KORT'],
    birthIsUncertain: false,
    people: [named('Berîvan', 'Yıldız'), named('Çetin', 'Öztürk'), named('Rojîn', 'Doğan-Şahin')],
  },
  {
    languages: ['ksw', 'my'],
    interpreting: 'ksw',
    permits: ['B_OVERFORING'],
    education: ['BARNESKOLE_1_5', 'UNGDOM_6_9'],
    birthIsUncertain: true,
    people: [named('Naw Paw Htoo'), named('Saw Eh Doh'), named('Mu Mu')],
  },
  {
    languages: ['ar', 'en'],
    interpreting: 'ar',
    permits: ['A_FLYKTNING', 'B_OVERFORING'],
    education: ['UNGDOM_6_9', 'VGS_FULLFORT_GSU'],
    birthIsUncertain: true,
    people: [named('Osman', 'Idris Abdalla'), named('Nyabol'), named('James', 'Deng Majok')],
  },
];
