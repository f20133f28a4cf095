import { describe, expect, test } from 'vitest';
import { figuresOf, flow, monthly, series } from './flows.ts';

/** The published examples of 12 CFR 1026 appendix J (c): their paragraph, and what it answers. */
function rateOf(...transaction: Parameters<typeof figuresOf>) {
  const { aprPercent, unitPeriod } = figuresOf(...transaction);
  return [aprPercent, unitPeriod];
}

describe('(c)(1) single advance, with or without an odd first period, otherwise regular', () => {
  test('(c)(1)(i) monthly payments, regular first period', () => {
    const payments = series('1978-02-10', 230, 24, monthly);
    expect(rateOf([flow('1978-01-10', 5000)], payments)).toEqual([9.69, 'month']);
  });

  test('(c)(1)(ii) monthly payments, long first period', () => {
    const payments = series('1978-04-01', 200, 36, monthly);
    expect(rateOf([flow('1978-02-10', 6000)], payments)).toEqual([11.82, 'month']);
  });

  test('(c)(1)(iii) semimonthly payments, short first period', () => {
    const payments = series('1978-03-01', 219.17, 24, { semimonthly: true });
    expect(rateOf([flow('1978-02-23', 5000)], payments)).toEqual([10.34, 'semimonth']);
  });

  test('(c)(1)(iv) quarterly payments, long first period', () => {
    const payments = series('1978-10-01', 385, 40, { months: 3 });
    expect(rateOf([flow('1978-05-23', 10_000)], payments)).toEqual([8.97, '3 months']);
  });

  test('(c)(1)(v) weekly payments, long first period', () => {
    const payments = series('1978-04-21', 17.6, 30, { days: 7 });
    expect(rateOf([flow('1978-03-20', 500)], payments)).toEqual([14.96, 'week']);
  });
});

describe('(c)(2) to (c)(4) odd first and final payments', () => {
  test('(c)(2)(i) monthly, irregular first payment', () => {
    const payments = [flow('1978-02-10', 250), ...series('1978-03-10', 230, 23, monthly)];
    expect(rateOf([flow('1978-01-10', 5000)], payments)).toEqual([10.08, 'month']);
  });

  test('(c)(2)(ii) every 4 weeks, long first period, irregular first payment', () => {
    const payments = [flow('1978-04-20', 39.5), ...series('1978-05-18', 38.31, 11, { days: 28 })];
    expect(rateOf([flow('1978-03-18', 400)], payments)).toEqual([28.5, '4 weeks']);
  });

  test('(c)(3)(i) monthly, irregular final payment', () => {
    const payments = [...series('1978-02-10', 230, 23, monthly), flow('1980-01-10', 280)];
    expect(rateOf([flow('1978-01-10', 5000)], payments)).toEqual([10.5, 'month']);
  });

  test('(c)(3)(ii) every 2 weeks, short first period, irregular final payment', () => {
    const payments = [...series('1978-04-11', 9.5, 19, { days: 14 }), flow('1979-01-02', 30)];
    expect(rateOf([flow('1978-04-03', 200)], payments)).toEqual([12.22, '2 weeks']);
  });

  test('(c)(4)(i) monthly, irregular first and final payment', () => {
    const regular = series('1978-03-10', 230, 22, monthly);
    const payments = [flow('1978-02-10', 250), ...regular, flow('1980-01-10', 280)];
    expect(rateOf([flow('1978-01-10', 5000)], payments)).toEqual([10.9, 'month']);
  });

  test('(c)(4)(ii) every 2 months, short first period, irregular first and final payment', () => {
    const regular = series('1978-05-01', 465, 18, { months: 2 });
    const payments = [flow('1978-03-01', 449.36), ...regular, flow('1981-05-01', 200)];
    expect(rateOf([flow('1978-01-10', 8000)], payments)).toEqual([7.3, '2 months']);
  });
});

describe('(c)(5) single advance, single payment', () => {
  test.each([
    ['(i) less than a year, in days', '1978-01-03', 1000, '1978-09-15', 1080, 11.45, '255 days'],
    ['(ii) less than a year, in months', '1978-07-15', 1000, '1979-01-15', 1044, 8.8, '6 months'],
    ['(iii) a year and months', '1978-01-17', 1000, '1979-07-17', 1135.19, 8.76, 'year'],
    ['(iv) exactly two years', '1978-01-03', 1000, '1980-01-03', 1240, 11.36, 'year'],
  ])('(c)(5)%s', (_, advancedOn, advanced, paidOn, paid, percent, unitPeriod) => {
    const rate = rateOf([flow(advancedOn, advanced)], [flow(paidOn, paid)]);
    expect(rate).toEqual([percent, unitPeriod]);
  });
});

describe('(c)(6) and (c)(7) complex transactions', () => {
  test('(c)(6)(i) every 4 weeks, moved by 2 where two would fall into one month', () => {
    const dates = [
      ...['1978-02-20', '1978-03-20', '1978-04-17', '1978-05-15', '1978-06-12', '1978-07-10'],
      ...['1978-08-07', '1978-09-04', '1978-10-02', '1978-11-13', '1978-12-11', '1979-01-08'],
      ...['1979-02-05', '1979-03-05', '1979-04-02', '1979-05-14', '1979-06-11', '1979-07-09'],
      ...['1979-08-06', '1979-09-03', '1979-10-01', '1979-11-12', '1979-12-10', '1980-01-07'],
    ];
    const payments = dates.map(on => flow(on, 100));
    expect(rateOf([flow('1978-01-25', 2135)], payments)).toEqual([12, '4 weeks']);
  });

  test('(c)(6)(ii) skipped payments and single ones', () => {
    const payments = [
      ...series('1978-09-15', 1000, 3, monthly),
      flow('1979-03-15', 2000),
      ...series('1979-09-15', 750, 3, monthly),
      flow('1980-02-01', 1000),
    ];
    expect(rateOf([flow('1978-03-03', 7350)], payments)).toEqual([10.22, 'month']);
  });

  test('(c)(7)(i) a construction loan in three advances', () => {
    const advances = ['1979-04-10', '1979-06-12', '1979-09-18'].map(on => flow(on, 20_000));
    const payments = series('1979-12-10', 612.36, 240, monthly);
    expect(rateOf(advances, payments)).toEqual([10.25, 'month']);
  });
});
