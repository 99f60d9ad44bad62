// Articles to try, of our own writing: the places and people are invented.
import damVerdict from '../../samples/dam-verdict.txt?raw';
import glacierStudy from '../../samples/glacier-study.txt?raw';
import harbourTalks from '../../samples/harbour-talks.txt?raw';

/** @param {string} text */
const sample = (text) => ({title: text.slice(0, text.indexOf('\n')), text});

export const samples = [harbourTalks, damVerdict, glacierStudy].map(sample);
