package org.calltolocalaction.governments.web;

import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;

/** Whom to invite, as it was typed. */
record InvitationForm(@As(Text.LINE) String email) {
}
