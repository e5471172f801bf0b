/**
 * Pages on which reviewers share their work: assignments, absences, interests, many at
 * once.
 */
@NullMarked
package org.calltolocalaction.reviews.team.web;

import org.jspecify.annotations.NullMarked;
