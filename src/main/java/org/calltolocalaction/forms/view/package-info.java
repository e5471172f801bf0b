/** Prepares what templates draw, so that a template decides nothing. */
package org.calltolocalaction.forms.view;
