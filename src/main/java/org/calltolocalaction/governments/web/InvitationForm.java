package org.calltolocalaction.governments.web;

import org.calltolocalaction.kernel.As;
import org.calltolocalaction.kernel.Text;

/** Whom to invite, as it was typed. */
record InvitationForm(@As(Text.LINE) String email) {
}
