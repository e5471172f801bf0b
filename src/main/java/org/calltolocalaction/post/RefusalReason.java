package org.calltolocalaction.post;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an address takes no mail, as far as its server said; each has a sentence for
 * people, and all are for good.
 */
public enum RefusalReason {

	/** There is no such mailbox, or no such domain. */
	NO_SUCH_MAILBOX,

	/**
	 * Letters outside ASCII before the {@code @}, and a server on the way that knows
	 * none.
	 */
	NEEDS_UTF8,

	/**
	 * It was stored before there were rules, and is no address that any server accepts.
	 */
	NO_ADDRESS,

	/** The server refuses it for another reason: a full mailbox, a policy, who we are. */
	REFUSED;

	// RFC 3463: x.1.1 to x.1.3 and x.1.6 speak of the address, x.1.10 of a domain without
	// mail, x.2.1 of a closed mailbox.
	private static final Pattern NO_MAILBOX = Pattern.compile("5\\.(1\\.(1|2|3|6|10)|2\\.1)");

	private static final Pattern NO_UTF8 = Pattern.compile("5\\.6\\.7");

	private static final Pattern OF_MAILBOX = Pattern.compile("5\\.[12]\\.\\d{1,3}");

	private static final Pattern ENHANCED = Pattern.compile("\\b(5\\.\\d{1,3}\\.\\d{1,3})\\b");

	/** A server that says so does not speak of the mailbox but of us. */
	private static final Pattern OF_US = Pattern
		.compile("(?i)\\b5\\.7\\.|\\brelay|\\bauth|\\bspf\\b|\\bdkim|\\bdmarc|\\bblock|blacklist|\\bspam|\\bpolicy"
				+ "|\\breputation|\\bsender");

	/**
	 * Having been told the whole mail, a server that says so speaks of the mailbox
	 * nevertheless.
	 */
	private static final Pattern NAMES_MAILBOX = Pattern.compile("(?i)\\bmailbox|\\buser\\b|\\brecipient|\\baddress");

	/**
	 * What a server says to {@code RCPT TO}, which is of the recipient unless it says
	 * otherwise.
	 */
	static RefusalReason ofRecipient(int code, String answer) {
		Optional<String> status = status(answer);
		if (status.isPresent()) {
			return of(status.get());
		}
		boolean ofTheMailbox = (code == 550 || code == 551 || code == 553) && !ofUs(answer);
		return ofTheMailbox ? NO_SUCH_MAILBOX : REFUSED;
	}

	/**
	 * What it says when it has been told the mail; nothing where that is not of the
	 * recipient.
	 */
	static Optional<RefusalReason> ofContent(int code, String answer) {
		Optional<String> status = status(answer);
		if (status.isPresent()) {
			return status.filter(said -> OF_MAILBOX.matcher(said).matches() || NO_UTF8.matcher(said).matches())
				.map(RefusalReason::of);
		}
		return NAMES_MAILBOX.matcher(answer).find() && !ofUs(answer) ? Optional.of(ofRecipient(code, answer))
				: Optional.empty();
	}

	/** What a server says of a mail that it took and could not deliver. */
	public static RefusalReason ofReport(String answer) {
		return status(answer).map(RefusalReason::of).orElse(REFUSED);
	}

	static boolean isOfUtf8(String answer) {
		return status(answer).filter(said -> NO_UTF8.matcher(said).matches()).isPresent();
	}

	/** Whether the answer speaks of who sends the mail. */
	static boolean ofUs(String answer) {
		return OF_US.matcher(answer).find();
	}

	private static RefusalReason of(String status) {
		return NO_MAILBOX.matcher(status).matches() ? NO_SUCH_MAILBOX
				: NO_UTF8.matcher(status).matches() ? NEEDS_UTF8 : REFUSED;
	}

	private static Optional<String> status(String answer) {
		Matcher status = ENHANCED.matcher(answer);
		return status.find() ? Optional.of(status.group(1)) : Optional.empty();
	}

}
