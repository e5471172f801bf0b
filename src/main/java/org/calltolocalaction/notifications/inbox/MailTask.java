package org.calltolocalaction.notifications.inbox;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * Something that a coordinator has to do because of a mail.
 *
 * @param address that takes no mail, or from which the answer came
 * @param pledge of which the mail tells, if of one; of several mails the first
 * @param government whose member gets or wrote the mail, if one does
 * @param reply the answer that is to be read
 */
public record MailTask(MailTaskId id, Kind kind, String address, Optional<PledgeReference> pledge,
		Optional<GovernmentId> government, Optional<ReceivedMailId> reply, Instant since, Optional<Ended> ended) {

	/** What it is about. */
	public enum Kind {

		/** An address takes no mail. */
		BOUNCED,

		/** Somebody answered a mail. */
		REPLY

	}

	/** What was done about it. */
	public enum End {

		/** The mails were sent again, to another address. */
		SENT_AGAIN,

		/** Somebody was called. */
		CALLED,

		/** The answer was read, and nothing more was to be done. */
		READ,

		/** Whoever wrote it has got an answer. */
		ANSWERED,

		/** Nothing, for a reason. */
		IGNORED;

		/** Whether such a task can end so by itself, without sending anything. */
		public boolean ends(Kind kind) {
			return switch (this) {
				case SENT_AGAIN -> false;
				case CALLED -> kind == Kind.BOUNCED;
				case READ, ANSWERED -> kind == Kind.REPLY;
				case IGNORED -> true;
			};
		}

		/** Whether somebody has to say why. */
		public boolean asksForReason() {
			return this == CALLED || this == IGNORED;
		}

	}

	/**
	 * Its end.
	 *
	 * @param note what was said of it; may be empty
	 */
	public record Ended(End how, Instant at, AccountId by, String note) {
	}

	public boolean open() {
		return ended.isEmpty();
	}

	/** As people read it. */
	public String shownAddress() {
		return EmailAddress.shown(address);
	}

}
