/** By what an edition’s pledges are judged; versions are only added. */
@org.springframework.modulith.NamedInterface("criteria")
package org.calltolocalaction.editions.criteria;
