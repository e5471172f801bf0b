package org.calltolocalaction.coordination.timeline;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.notifications.MailId;

/** Names one moment of a time line in an address: an entry of the trail, or a mail. */
public record MomentId(Optional<EntryId> entry, Optional<MailId> mail) {

	private static final Pattern ENTRY = Pattern.compile("e([1-9][0-9]{0,17})");

	private static final Pattern MAIL = Pattern.compile("m([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

	static MomentId of(EntryId entry) {
		return new MomentId(Optional.of(entry), Optional.empty());
	}

	static MomentId of(MailId mail) {
		return new MomentId(Optional.empty(), Optional.of(mail));
	}

	/** Addresses are typed and cut short: what names nothing is nothing. */
	public static Optional<MomentId> parse(String typed) {
		Optional<MomentId> entry = Optional.of(ENTRY.matcher(typed))
			.filter(found -> found.matches())
			.map(found -> of(EntryId.of(found.group(1))));
		return entry.or(() -> Optional.of(MAIL.matcher(typed))
			.filter(found -> found.matches())
			.map(found -> of(new MailId(UUID.fromString(found.group(1))))));
	}

	@Override
	public String toString() {
		return entry.map(id -> "e" + id).orElseGet(() -> "m" + mail.orElseThrow());
	}

}
