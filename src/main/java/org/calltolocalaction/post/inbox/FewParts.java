package org.calltolocalaction.post.inbox;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.SharedInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a mail, of which no more are made than anybody reads: a small mail can
 * have millions, each of which takes more room than it has bytes.
 */
final class FewParts extends MimeMultipart {

	private final int most;

	private final List<MimeBodyPart> made = new ArrayList<>();

	private FewParts(DataSource content, int most) throws MessagingException {
		super(content);
		this.most = most;
	}

	/** There are more. */
	private static final class Enough extends MessagingException {

	}

	/**
	 * What was found.
	 *
	 * @param more whether there are others behind them
	 */
	record Found(List<MimeBodyPart> parts, boolean more) {
	}

	/**
	 * The first of them, at most so many.
	 * @throws MessagingException where they cannot be told apart
	 */
	static Found of(DataSource content, int most) throws MessagingException {
		FewParts parts = new FewParts(content, most);
		try {
			parts.getCount();
			return new Found(parts.made, false);
		}
		catch (Enough more) {
			return new Found(parts.made, true);
		}
	}

	@Override
	protected InternetHeaders createInternetHeaders(InputStream content) throws MessagingException {
		return new FewHeaders(content);
	}

	@Override
	protected MimeBodyPart createMimeBodyPart(InternetHeaders headers, byte[] content) throws MessagingException {
		return made(new MimeBodyPart(headers, content));
	}

	@Override
	protected MimeBodyPart createMimeBodyPart(InputStream content) throws MessagingException {
		return made(new Part(content));
	}

	private MimeBodyPart made(MimeBodyPart part) throws MessagingException {
		if (made.size() == most) {
			throw new Enough();
		}
		made.add(part);
		return part;
	}

	/** With few headers, too. */
	private static final class Part extends MimeBodyPart {

		private Part(InputStream whole) throws MessagingException {
			this.headers = new FewHeaders(whole);
			if (whole instanceof SharedInputStream shared) {
				this.contentStream = shared.newStream(shared.getPosition(), -1);
			}
			else {
				this.contentStream = new ByteArrayInputStream(new byte[0]);
			}
		}

	}

}
