/**
 * Reviewers work through their reviews in a spreadsheet where there is no line, and hand
 * it in later.
 */
package org.calltolocalaction.reviews.offline;
