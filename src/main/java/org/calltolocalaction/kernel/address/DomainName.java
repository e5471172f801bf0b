package org.calltolocalaction.kernel.address;

import com.ibm.icu.text.IDNA;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A domain, of a mailbox or of a website, by IDNA 2008 (UTS 46, not transitional).
 * {@code java.net.IDN} knows the rules of 2003, by which {@code faß.example} is another's
 * domain, {@code fass.example}.
 */
final class DomainName {

	private static final IDNA RULES = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ
			| IDNA.CHECK_CONTEXTO | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

	private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

	/**
	 * No registry has one of a single letter, and one of digits would be a network
	 * address.
	 */
	private static final Pattern LAST_LABEL = Pattern.compile("[a-z][a-z0-9-]*[a-z0-9]");

	/**
	 * Reserved so that nobody ever has them (RFC 2606, 6761, 7686); nothing can be found
	 * there.
	 */
	private static final Set<String> NOBODYS = Set.of("invalid", "localhost", "onion", "arpa");

	// What UTS 46 lets pass and IDNA 2008 does not are signs and pictures; letters, marks
	// and digits remain (RFC 5892),
	// with the few exceptions that it names.
	private static final Pattern LETTERS = Pattern
		.compile("[\\p{Ll}\\p{Lo}\\p{Lm}\\p{Mn}\\p{Mc}\\p{Nd}\\x{B7}\\x{375}\\x{5F3}\\x{5F4}\\x{6FD}\\x{6FE}\\x{F0B}"
				+ "\\x{3007}\\x{30FB}\\x{200C}\\x{200D}-]+");

	private DomainName() {
	}

	/** As the name servers know it; nothing where no such domain can exist. */
	static Optional<String> canonical(String typed) {
		IDNA.Info found = new IDNA.Info();
		String ascii = RULES.nameToASCII(typed, new StringBuilder(), found).toString();
		String[] labels = ascii.split("\\.", -1);
		String last = labels[labels.length - 1];
		boolean possible = !found.hasErrors() && labels.length > 1 && !NOBODYS.contains(last)
				&& LAST_LABEL.matcher(last).matches()
				&& Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches())
				&& Arrays.stream(unicode(ascii).split("\\.")).allMatch(label -> LETTERS.matcher(label).matches());
		return possible ? Optional.of(ascii) : Optional.empty();
	}

	/** In its own letters. */
	static String shown(String canonical) {
		return unicode(canonical);
	}

	private static String unicode(String ascii) {
		return RULES.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info()).toString();
	}

}
