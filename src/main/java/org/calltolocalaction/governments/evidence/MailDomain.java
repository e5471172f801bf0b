package org.calltolocalaction.governments.evidence;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.kernel.address.WebAddress;

/**
 * The part of a domain that one organisation registers: {@code kampala.go.ug} of
 * {@code mail.kampala.go.ug} and of {@code https://www.kampala.go.ug}. Below which
 * endings registries take names is a list of ten thousand lines that changes each week;
 * here a country's own ending with one of the usual steps below it is enough, because the
 * answer is shown to a person and decides nothing.
 *
 * @param value in the letters that name servers know
 */
public record MailDomain(String value) {

	/** Steps below a country's ending under which many register. */
	private static final Set<String> SHARED = Set.of("ac", "asn", "co", "com", "ed", "edu", "fed", "firm", "gen", "gob",
			"gop", "gouv", "gov", "govt", "go", "gub", "gv", "id", "inf", "int", "lg", "ltd", "med", "mil", "mun",
			"muni", "ne", "net", "nhs", "nom", "or", "org", "plc", "police", "sch", "tur", "web");

	/** Where anybody gets an address, whoever they are. */
	private static final Set<String> FREE_MAIL = Set.of("126.com", "163.com", "aol.com", "bol.com.br", "fastmail.com",
			"free.fr", "gmail.com", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "hotmail.es",
			"hotmail.fr", "hotmail.it", "icloud.com", "laposte.net", "libero.it", "live.com", "live.fr", "mac.com",
			"mail.com", "mail.ru", "me.com", "msn.com", "naver.com", "orange.fr", "outlook.com", "outlook.es",
			"outlook.fr", "pm.me", "proton.me", "protonmail.com", "qq.com", "rediffmail.com", "tutanota.com",
			"uol.com.br", "wanadoo.fr", "web.de", "yahoo.com", "yahoo.com.ar", "yahoo.com.br", "yahoo.com.mx",
			"yahoo.es", "yahoo.fr", "yandex.com", "yandex.ru", "ymail.com", "zoho.com");

	/** Of a mailbox; nothing where the text is none. */
	public static Optional<MailDomain> ofMailbox(String email) {
		int at = email.lastIndexOf('@');
		return at < 0 ? Optional.empty() : ofHost(email.substring(at + 1));
	}

	/** Of a website. */
	public static Optional<MailDomain> ofWebsite(WebAddress website) {
		return Optional.ofNullable(URI.create(website.link()).getHost()).flatMap(MailDomain::ofHost);
	}

	/** Whether anybody gets an address there, so that it says nothing of who it is. */
	public boolean freeMail() {
		return FREE_MAIL.contains(value);
	}

	private static Optional<MailDomain> ofHost(String host) {
		List<String> labels = List.of(host.toLowerCase(Locale.ROOT).split("\\."));
		int steps = labels.size() > 2 && labels.get(labels.size() - 1).length() == 2
				&& SHARED.contains(labels.get(labels.size() - 2)) ? 3 : 2;
		return labels.size() < steps ? Optional.empty()
				: Optional.of(new MailDomain(String.join(".", labels.subList(labels.size() - steps, labels.size()))));
	}

	@Override
	public String toString() {
		return value;
	}

}
