package org.calltolocalaction.coordination.web.extension;

import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;

/** Why an extension is ended before its time, as it was typed. */
record EndExtensionForm(@As(Text.PROSE) String reason, @As(Text.IDENTIFIER) String foreseen) {
}
