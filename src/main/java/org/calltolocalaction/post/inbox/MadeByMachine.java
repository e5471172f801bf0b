package org.calltolocalaction.post.inbox;

import jakarta.mail.internet.InternetHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether nobody wrote a mail but a machine did, as far as it shows (RFC 3834, and what
 * was usual before).
 */
final class MadeByMachine {

	private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");

	private static final Pattern SENDERS = Pattern
		.compile("(?i)(mailer-daemon|postmaster|no-?reply|do-?not-?reply)(\\+[^@]*)?@.*");

	private static final Pattern SUBJECTS = Pattern.compile("(?iU)^\\s*((re|rv|tr|aw)\\s*:\\s*)?\\[?"
			+ "(out of (the )?office|automatic reply|auto(matic)?[- ]?(reply|response)|away from (the )?office|"
			+ "fuera de (la )?oficina|respuesta autom[áa]tica|ausente de la oficina|mensaje de ausencia|"
			+ "r[ée]ponse automatique|absen(t|te|ce) (du bureau|de courte dur[ée]e)|message d.absence|"
			+ "absence du bureau|notification d.absence|abwesenheits|automatische antwort).*");

	private MadeByMachine() {
	}

	static boolean is(InternetHeaders headers, String from, String subject) {
		String submitted = first(headers, "Auto-Submitted");
		return !submitted.isEmpty() && !submitted.replaceFirst("[;\\s(].*", "").equals("no")
				|| PRECEDENCES.contains(first(headers, "Precedence")) || !first(headers, "X-Autoreply").isEmpty()
				|| !first(headers, "X-Autorespond").isEmpty() || first(headers, "Return-Path").equals("<>")
				|| SENDERS.matcher(from).matches() || SUBJECTS.matcher(subject).matches()
				|| first(headers, "Content-Type").startsWith("multipart/report");
	}

	private static String first(InternetHeaders headers, String name) {
		String[] all = headers.getHeader(name);
		return all == null || all.length == 0 || all[0] == null ? "" : all[0].strip().toLowerCase(Locale.ROOT);
	}

}
