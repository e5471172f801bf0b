/**
 * The one syntax in which people look for things in the desk's lists: what may be asked,
 * what was asked, and which words were mistaken. Knows nothing of what is listed; a list
 * says its keys and makes a query of the answer.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Search",
		allowedDependencies = { "kernel", "kernel :: *", "vocabulary" })
@NullMarked
package org.calltolocalaction.search;

import org.jspecify.annotations.NullMarked;
