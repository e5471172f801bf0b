package org.calltolocalaction.kernel;

import java.net.URI;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a desk must know about itself. In try-out mode all of it has defaults; with a
 * database of its own the desk does not start before each was given, see
 * {@code org.calltolocalaction.tryout.StartingMode}.
 *
 * @param publicAddress where people reach this desk, without a slash at the end; links in
 * mails begin with it
 * @param mail how the desk signs its mails
 * @param firstCoordinator e-mail address of the person who coordinates before anybody
 * could be given that role
 * @param tryout whether this desk is only tried out; decided once at the start, never
 * configured
 */
@ConfigurationProperties("desk")
public record DeskProperties(URI publicAddress, Mail mail, String firstCoordinator, boolean tryout) {

	public DeskProperties {
		Objects.requireNonNull(publicAddress, "desk.public-address");
		Objects.requireNonNull(mail, "desk.mail.from");
		Objects.requireNonNull(firstCoordinator, "desk.first-coordinator");
		publicAddress = URI.create(publicAddress.toString().replaceFirst("/+$", ""));
	}

	/**
	 * The sender of every mail: an address, or a name with an address in angle brackets.
	 */
	public String mailFrom() {
		return mail.from();
	}

	/**
	 * The full address of a page of this desk, for mails and files that are read
	 * elsewhere.
	 */
	public URI addressOf(String path) {
		return URI.create(publicAddress + path);
	}

	/** Whether the desk is reached over https, so that cookies may insist on it. */
	public boolean securelyReached() {
		return "https".equalsIgnoreCase(publicAddress.getScheme());
	}

	/**
	 * @param from the sender of every mail
	 */
	public record Mail(String from) {

		public Mail {
			Objects.requireNonNull(from, "desk.mail.from");
		}

	}

}
