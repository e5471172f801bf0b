package org.calltolocalaction.notifications.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A mail that came, with what became of it.
 *
 * @param from the sender's address as far as it is one; may be empty
 * @param answers the mail that it says it answers
 * @param pledge at which it stands, or would stand
 * @param why it waits to be looked at; nothing where it does not
 * @param leftOut how many parts of it could not be read
 */
public record ReceivedMail(ReceivedMailId id, Fate fate, Instant at, String from, String subject, FoldedText text,
		Optional<MailId> answers, Optional<PledgeReference> pledge, Optional<Doubt> why, List<KeptFile> files,
		int leftOut) {

	/** What became of it. */
	public enum Fate {

		/** It stands at a pledge or government, and is a task. */
		REPLY,

		/** A machine wrote it, and nothing is to be done. */
		AUTOMATIC,

		/** It said that a mail did not arrive. */
		BOUNCE,

		/** It said that a mail is late. */
		DELAY,

		/** It waits for somebody to say whose it is. */
		QUARANTINE,

		/** Somebody looked at it, and its text is gone. */
		DISCARDED

	}

	/** Why nobody can say by themselves whose it is. */
	public enum Doubt {

		/** It was sent to no address that one of our mails named. */
		NO_SIGN,

		/** It came from an address that the pledge does not know. */
		UNKNOWN_SENDER,

		/**
		 * It came from somebody who got that mail and would not any more: they have left,
		 * or their account is suspended.
		 */
		FORMER_READER,

		/** It was left in the mailbox. */
		TOO_LARGE,

		/** It was left in the mailbox. */
		UNREADABLE

	}

	/**
	 * A file that came with it.
	 *
	 * @param refused the key of a sentence that takes its name, where it was not kept;
	 * else empty
	 */
	public record KeptFile(UUID id, String name, String type, long size, String refused) {

		public boolean kept() {
			return refused.isEmpty();
		}

	}

	/** From when on it is not kept, where nobody makes an answer of it. */
	public Instant keptUntil() {
		return at.plus(ReceivedMails.KEPT);
	}

	/** The sender as people read it; a dash where there is none. */
	public String shownFrom() {
		return from.isEmpty() ? "–" : EmailAddress.shown(from);
	}

}
