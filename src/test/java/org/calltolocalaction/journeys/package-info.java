/**
 * People at their browsers: whole ways through the desk, each page of which is looked at
 * as well. A page fails where WCAG 2.2 AA does, where something lands in the console, or
 * where a small screen would have to scroll sideways.
 */
package org.calltolocalaction.journeys;
