/** Reads the files that authors write, and refuses what the desk would not keep to. */
package org.calltolocalaction.forms.source;
