// What every view of the findings offers to the pane it is in.

/**
 * @typedef {object} View
 * @property {(report: import('../report_types.js').Report, text: string) => void} draw  shows another report
 * @property {(key: string) => void} [point]
 *     an item was chosen, here or elsewhere ("" if none is any more): makes sure that it can be seen
 * @property {() => void} [finish]  draws at once what was left for a later frame
 */

export {};
