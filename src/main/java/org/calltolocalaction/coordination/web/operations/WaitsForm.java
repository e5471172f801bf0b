package org.calltolocalaction.coordination.web.operations;

import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;

/** Whose waits for a sign-in link are to end: an e-mail address, or where somebody is. */
record WaitsForm(@As(Text.ADDRESS) String whose) {
}
