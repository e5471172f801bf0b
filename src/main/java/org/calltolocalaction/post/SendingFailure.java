package org.calltolocalaction.post;

import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.post.Rejection.Stage;
import org.calltolocalaction.post.ServerTrouble.Reached;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Tells of a failure whose it is. Until the server is told of the recipient it knows
 * nothing of the mail: what fails there fails for all mails, and is the server's or ours.
 * From then on, 5xx is for good and 4xx is not.
 */
final class SendingFailure {

	private static final int AUTHENTICATION_REQUIRED = 530;

	private static final int CLOSING = 421;

	/**
	 * Said to a recipient's address, but like a refused user name: nothing is wrong with
	 * any mail.
	 */
	private static final Pattern NOT_LET_IN = Pattern
		.compile("(?i)\\brelay|\\bauthentication (is )?required|\\bauthenticate first|\\bmust (first )?authenticate");

	private SendingFailure() {
	}

	/**
	 * @return the failure as it came where the mail may be sent later, unchanged
	 */
	static MailException judged(EmailAddress to, MailException failure) {
		Throwable cause = causeOf(failure);
		if (find(cause, Utf8NotOffered.class) != null) {
			return new AddressRefused(to, RefusalReason.NEEDS_UTF8, false, failure);
		}
		Rejection rejection = find(cause, Rejection.class);
		return rejection == null ? new ServerTrouble(Reached.THE_SERVER, failure) : judged(to, rejection, failure);
	}

	private static MailException judged(EmailAddress to, Rejection rejection, MailException failure) {
		String answer = String.valueOf(spokenOf(rejection).getMessage());
		int code = rejection.code();
		if (rejection.stage() == Stage.SENDER) {
			return RefusalReason.isOfUtf8(answer) ? new AddressRefused(to, RefusalReason.NEEDS_UTF8, false, failure)
					: new ServerTrouble(Reached.THE_SERVER, failure);
		}
		if (code == Rejection.NO_ANSWER || code == CLOSING) {
			return new ServerTrouble(Reached.THE_MAIL, failure);
		}
		boolean recipient = rejection.stage() == Stage.RECIPIENT;
		if (code < 500 || code == AUTHENTICATION_REQUIRED || recipient && NOT_LET_IN.matcher(answer).find()) {
			return failure;
		}
		return recipient
				? new AddressRefused(to, RefusalReason.ofRecipient(code, answer), RefusalReason.ofUs(answer), failure)
				: RefusalReason.ofContent(code, answer)
					.<MailException>map(reason -> new AddressRefused(to, reason, RefusalReason.ofUs(answer), failure))
					.orElseGet(() -> new MailRefused(failure));
	}

	/**
	 * What the server said, or what happened; nothing of a refused sign-in, which may
	 * hold secrets.
	 */
	static String reasonOf(MailException failure) {
		if (failure instanceof ServerTrouble || failure instanceof AddressRefused || failure instanceof MailRefused) {
			return failure.getCause() instanceof MailException cause ? reasonOf(cause)
					: Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
		}
		if (failure instanceof MailAuthenticationException) {
			return "The mail server refused the desk's user name or password";
		}
		Throwable cause = spokenOf(causeOf(failure));
		return "%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage());
	}

	private static Throwable causeOf(MailException failure) {
		return failure instanceof MailSendException send && send.getFailedMessages().size() == 1
				? send.getFailedMessages().values().iterator().next() : failure.getMostSpecificCause();
	}

	/**
	 * Of a chain of failures, the one that quotes the server; the first that is not ours
	 * where none does.
	 */
	private static Throwable spokenOf(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = next(cause)) {
			if (cause instanceof Utf8NotOffered || cause instanceof SMTPAddressFailedException
					|| cause instanceof SMTPSendFailedException && next(cause) == null) {
				return cause;
			}
		}
		Throwable behind = next(failure);
		return failure instanceof Rejection && behind != null ? behind : failure;
	}

	private static <T> @Nullable T find(Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = next(cause)) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

	private static @Nullable Throwable next(Throwable cause) {
		return cause instanceof MessagingException chained && chained.getNextException() != null
				? chained.getNextException() : cause.getCause();
	}

}
