/** By what an edition’s pledges are judged; versions are only added. */
@org.springframework.modulith.NamedInterface("criteria")
@NullMarked
package org.calltolocalaction.editions.criteria;

import org.jspecify.annotations.NullMarked;
