package org.calltolocalaction.pledges.signoff;

/**
 * What the head of a government had said last when a version was submitted.
 *
 * @param sameText whether it was said of exactly the text that was submitted
 */
public record SubmittedSignOff(SignOff signOff, boolean sameText) {

	/** Whether what was submitted is what was approved. */
	public boolean approved() {
		return signOff.approves() && sameText;
	}

}
