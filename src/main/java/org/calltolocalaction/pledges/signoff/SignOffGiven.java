package org.calltolocalaction.pledges.signoff;

import org.calltolocalaction.pledges.PledgeReference;

/** The head of a government approved a draft by its link, or asked for changes. */
public record SignOffGiven(PledgeReference reference, SignOff signOff) {
}
