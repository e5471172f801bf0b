/**
 * Room for everybody: how many requests of which kind are served at once, and how slow
 * somebody may be.
 */
package org.calltolocalaction.kernel.web.load;
