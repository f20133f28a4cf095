import { namedZoneTime } from '#shared/calendar/zone-time.ts';
import { organization } from '#shared/organization/profile.ts';
import { INK, QUIET } from '../../receipts/pdf-page.ts';
import { EDGE, type Paper, widthOf } from './pdf-paper.ts';
import type { FileFacts } from './table-writer.ts';

const ALERT = '#a11d1d';
const spelled = new Intl.NumberFormat('en-US');

/** What stands above the table on the first page: what this is, who took it along and when, and how it was narrowed. */
export function drawHead(paper: Paper, { list, words, start, total }: FileFacts): void {
  const { order, by, sandbox, typeface } = start;
  const t = words.getFixedT('en', 'exports');
  const width = widthOf(paper);
  paper.font(typeface.semiBold).fontSize(9).fillColor(QUIET).text(organization.name, EDGE, EDGE);
  paper
    .fontSize(18)
    .fillColor(INK)
    .text(t(`lists.${order.list}`), { lineGap: 3 });
  const said = list.said(order.filters, words).join(' · ');
  const facts = [
    t('by', { name: by.name, at: namedZoneTime(by.at, 'UTC') }),
    `${t('narrowed')}: ${said === '' ? t('everything') : said}`,
    ...(total === null ? [] : [t('count', { count: total, number: spelled.format(total) })]),
  ];
  paper.font(typeface.regular).fontSize(8.5).fillColor(INK);
  for (const fact of facts) paper.text(fact, EDGE, paper.y, { width, lineGap: 2 });
  paper.font(typeface.semiBold).fillColor(ALERT).text(t('confidential'), { width, lineGap: 2 });
  if (sandbox) paper.fillColor('#8a4b00').text(t('sandbox'), { width });
  if (total === 0) {
    paper.moveDown(1).font(typeface.regular).fontSize(10).fillColor(INK).text(t('none'));
  }
  paper.moveDown(0.8);
}
