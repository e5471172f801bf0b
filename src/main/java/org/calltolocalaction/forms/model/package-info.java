/** What a form consists of, whatever file it was read from and wherever it is shown. */
package org.calltolocalaction.forms.model;
