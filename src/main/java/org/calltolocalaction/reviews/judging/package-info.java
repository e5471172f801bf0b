/**
 * Reviewers judge here: by the edition's criteria, with drafts that are kept and
 * judgements that can be made again.
 */
@org.springframework.modulith.NamedInterface("judging")
package org.calltolocalaction.reviews.judging;
