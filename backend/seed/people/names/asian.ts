import type { NameList } from './name-list.ts';

export const vietnamese: NameList = {
  given:
    'Minh Linh Hương Dũng Thảo Tuấn Lan Hùng Mai Quân Ngọc Đức Phương Thanh Hạnh Khánh Trang Bảo Yến Long Hoa Sơn Vy Thịnh Ánh Kim'.split(
      ' ',
    ),
  family: 'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh'.split(' '),
};

export const chinese: NameList = {
  given: [
    ...'Wei Ming Li Fang Jun Mei Hua Jing Yan Xin Ling Qiang Ying Hao Lihua Xiaoming Jianguo Yifan Zihan Wenjie'.split(
      ' ',
    ),
    'Wai-Ming',
    'Siu-Ling',
    'Chi-Keung',
  ],
  family:
    'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Lin Guo He Gao Luo Chan Wong Leung Cheung Lau Ng Lü'.split(
      ' ',
    ),
};

export const filipino: NameList = {
  given:
    'Jomar Maricel Rodel Rowena Arnel Liezl Jovelyn Reynaldo Cherry Dante Marites Efren Rosalinda Benigno Analyn Crisanto Jhun Imelda Nestor Luningning'.split(
      ' ',
    ),
  family: [
    ...'Santos Reyes Cruz Bautista Ocampo Villanueva Dimaculangan Magsaysay Panganiban Macaraeg Catacutan Dalisay Pacquiao Aquino Salonga Tolentino Manalo Batungbakal Abad Ignacio'.split(
      ' ',
    ),
    'Dela Cruz',
    'De Guzman',
    'San Juan',
  ],
};
