/**
 * What the partners and coordinators say to each other about a pledge, out of the
 * government's sight.
 */
@org.springframework.modulith.NamedInterface("discussion")
package org.calltolocalaction.reviews.discussion;
