/** The kinds of questions, one class each. */
package org.calltolocalaction.forms.types;
