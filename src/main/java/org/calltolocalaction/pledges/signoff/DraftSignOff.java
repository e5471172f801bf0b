package org.calltolocalaction.pledges.signoff;

import java.util.List;
import org.calltolocalaction.editions.SignOffRule;
import org.jspecify.annotations.Nullable;

/**
 * How a draft stands to the approval by the head of its government.
 *
 * @param newest what was said last; null while nothing was
 * @param sameText whether it was said of the text as it is now
 * @param changed the questions whose answers are others since; none where the text is the
 * same
 */
public record DraftSignOff(SignOffRule rule, @Nullable SignOff newest, boolean sameText, List<String> changed) {

	/** Whether the text as it is now is approved. */
	public boolean approved() {
		return newest != null && newest.approves() && sameText;
	}

	/** Whether it cannot be submitted for want of an approval. */
	public boolean missing() {
		return rule == SignOffRule.REQUIRED && !approved();
	}

	/** Whether whoever submits it now is told that an approval is recommended. */
	public boolean recommended() {
		return rule == SignOffRule.RECOMMENDED && !approved();
	}

}
