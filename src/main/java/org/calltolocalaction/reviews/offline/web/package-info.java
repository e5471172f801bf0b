/** Reviewers take a spreadsheet along and hand it in on these pages. */
package org.calltolocalaction.reviews.offline.web;
