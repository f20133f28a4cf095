import type { NameList } from './name-list.ts';

export const hawaiian: NameList = {
  given:
    'Kai Leilani Keanu Malia Kimo Nālani Kalani Noelani Kekoa Puanani Ikaika Mahina Makoa Kailani Nāinoa Kaʻiulani Keʻala Lokelani Kaleo Hōkū'.split(
      ' ',
    ),
  family:
    'Kealoha Kamakaʻeha Kahananui Kalama Kapaʻakea Kaʻahumanu Nākoa Mahoe Keliʻi Kamakau Kānekoa Akana Kaleikini Haleakalā Nakamura Tanaka Yamamoto Watanabe Higa Oshiro'.split(
      ' ',
    ),
};
