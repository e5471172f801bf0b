package org.calltolocalaction.notifications.coordinators;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.audit.EntryId;

/**
 * A message of a coordinator to many, and how far it has come.
 *
 * @param subject empty where it was erased
 * @param text empty where it was erased
 * @param by the name of who confirmed it
 * @param due when its mails are due; empty where that was at once
 * @param act what the trail says of it
 */
public record SentMessage(MessageId id, EditionYear edition, String subject, String text, Locale language, String by,
		Instant confirmedAt, Optional<Instant> due, EntryId act, Progress progress, Optional<Cancelled> cancelled) {

	/** That it was cancelled. */
	public record Cancelled(Instant at, String by, String reason) {
	}

	/**
	 * Of how many people what is true; together they are all to whom it was to go.
	 *
	 * @param unwritten the mail is not written yet
	 * @param waiting it is written, and will be sent
	 * @param sent the server has taken it
	 * @param failed it was not delivered
	 * @param cancelled it does not go to them, because the message was cancelled
	 */
	public record Progress(int people, int unwritten, int waiting, int sent, int failed, int cancelled) {

		/** They did not represent the government any more, or were suspended. */
		public int leftOut() {
			return people - unwritten - waiting - sent - failed - cancelled;
		}

		/** To how many it would not go if it were cancelled now. */
		public int toStop() {
			return unwritten + waiting;
		}

	}

	/** What a page calls its state. */
	public enum State {

		PLANNED, SENDING, SENT, CANCELLED

	}

	public State state() {
		if (cancelled.isPresent()) {
			return State.CANCELLED;
		}
		if (progress.toStop() == 0) {
			return State.SENT;
		}
		return due.isPresent() && progress.sent() + progress.failed() == 0 ? State.PLANNED : State.SENDING;
	}

	/** Whether somebody would still get it, who does not where it is cancelled. */
	public boolean canBeCancelled() {
		return cancelled.isEmpty() && progress.toStop() > 0;
	}

}
