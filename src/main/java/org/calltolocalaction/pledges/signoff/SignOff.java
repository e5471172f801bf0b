package org.calltolocalaction.pledges.signoff;

import java.time.Instant;
import java.time.LocalDate;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a government said of a draft. Never changes; of several the newest
 * counts.
 *
 * @param function what they are, such as mayor
 * @param comment what is to be changed; may be empty
 * @param text the text of which they said it
 * @param draftVersion by which save it was the working copy
 * @param savedAt when it was saved
 * @param givenAt when it was said here, or the letter recorded
 * @param letter with the day on which it was signed; null where it was said by a link
 * @param link by which it was said; null where it was said by a letter
 */
public record SignOff(SignOffId id, PledgeReference reference, SignOffKind kind, String name, String function,
		String comment, PledgeText text, long draftVersion, Instant savedAt, Instant givenAt, @Nullable Letter letter,
		@Nullable ReadingLinkId link) {

	/** A signed letter, kept as it was uploaded. */
	public record Letter(AttachmentId file, LocalDate signedOn) {
	}

	/** Whether the text is approved by it. */
	public boolean approves() {
		return kind.approves();
	}

	/** Whether it was said of this text. */
	public boolean isOf(PledgeText present) {
		return text.sameAs(present);
	}

	/** Whether the same person said the same of the same text: a double click. */
	boolean repeats(SignOff earlier) {
		return kind == earlier.kind && link != null && link.equals(earlier.link) && name.equals(earlier.name)
				&& function.equals(earlier.function) && comment.equals(earlier.comment) && text.sameAs(earlier.text);
	}

}
