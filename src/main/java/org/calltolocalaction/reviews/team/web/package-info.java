/**
 * Pages on which reviewers share their work: assignments, absences, interests, many at
 * once.
 */
package org.calltolocalaction.reviews.team.web;
