import type { NameList } from './name-list.ts';

export const english: NameList = {
  given:
    'James Mary Robert Patricia Michael Jennifer David Linda William Elizabeth Richard Barbara Joseph Susan Thomas Jessica Charles Sarah Christopher Karen Daniel Lisa Matthew Nancy Anthony Betty Mark Sandra Donald Margaret Steven Ashley Andrew Kimberly Paul Emily Joshua Donna Kenneth Michelle Kevin Carol Brian Amanda George Melissa Timothy Deborah Ronald Stephanie Jason Rebecca Edward Sharon Jeffrey Laura Ryan Cynthia Jacob Dorothy Gary Amy Nicholas Kathleen Eric Angela Jonathan Shirley Stephen Brenda Larry Emma Justin Anna Scott Pamela Brandon Nicole Benjamin Samantha Samuel Katherine Gregory Christine Alexander Helen Patrick Debra Frank Rachel Raymond Carolyn Jack Janet Dennis Maria Jerry Olivia Tyler Heather Aaron Diane Terrence Imani Malik Aaliyah DeShawn Latoya Zoë Renée André Chloë Siobhán Mary-Kate Jean-Paul'.split(
      ' ',
    ),
  family: [
    ...'Smith Johnson Williams Brown Jones Davis Miller Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray James Hughes Price Myers Long Foster Sanders Ross Powell Sullivan Russell Jenkins Perry Barnes Fisher Henderson Coleman Simmons Patterson Jordan Reynolds Hamilton Graham Kowalski Müller Lindström Björk Washington Freeman Booker'.split(
      ' ',
    ),
    "O'Brien",
    "O'Connor",
    "O'Neil",
    "D'Angelo",
    "D'Amico",
    'St. Clair',
    'Van Dyke',
    'Le Blanc',
    'Smith-Jones',
    'Fitzgerald-Hale',
  ],
};
