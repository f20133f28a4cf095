/** People who have one name and no family name, as in Java, Burma and parts of South India. */
export const singleNames =
  'Suharti Sukma Thiha Wayan Dewi Myint Surya Ketut Khin Mohanlal Suparman Lakshmi Sutrisno Aung Pranav Yuliana'.split(
    ' ',
  );
