/** What expressions of a form see, and what they yield. */
package org.calltolocalaction.forms.expression;
