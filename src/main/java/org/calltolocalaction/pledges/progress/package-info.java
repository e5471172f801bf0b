/**
 * Members follow a submitted pledge here: its state, its readers, and the comments of the
 * partners.
 */
@org.springframework.modulith.NamedInterface("progress")
package org.calltolocalaction.pledges.progress;
