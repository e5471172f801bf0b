package org.calltolocalaction.post.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.InputStream;

/**
 * The headers of a mail or of a part, as many and as long as anybody reads: each takes
 * more room than it has bytes, and the library takes a long one apart letter by letter.
 */
final class FewHeaders extends InternetHeaders {

	static final int MOST = 1_000;

	static final int LONGEST = 20_000;

	FewHeaders(InputStream mail) throws MessagingException {
		super(mail, true);
	}

	// Called by the constructor above: no field of this class is there yet.
	@Override
	public void addHeaderLine(String line) {
		if (headers.size() < MOST) {
			super.addHeaderLine(line.length() <= LONGEST ? line : line.substring(0, LONGEST));
		}
	}

}
