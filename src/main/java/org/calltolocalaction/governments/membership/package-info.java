/** Who acts for a government: asking, agreeing, leaving, being removed. */
@org.springframework.modulith.NamedInterface("membership")
package org.calltolocalaction.governments.membership;
