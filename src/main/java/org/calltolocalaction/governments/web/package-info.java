/**
 * Pages on which people choose, register and describe their government, and decide who
 * joins it.
 */
package org.calltolocalaction.governments.web;
