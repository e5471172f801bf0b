/** The coordinators' pages. */
package org.calltolocalaction.coordination.web;
