/** Where reviewers take a spreadsheet along and hand it in. */
package org.calltolocalaction.reviews.offline.web;
