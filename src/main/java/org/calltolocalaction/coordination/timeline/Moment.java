package org.calltolocalaction.coordination.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.LoggedMail;

/** Something that was: an act on the trail, or a mail about the pledge. */
public record Moment(Instant at, Optional<RecordedEntry> entry, Optional<LoggedMail> mail) {

	/** At one instant, first what was done, then the mails that tell of it. */
	static final Comparator<Moment> IN_TIME = Comparator.comparing(Moment::at)
		.thenComparing(moment -> moment.mail().isPresent());

	static Moment of(RecordedEntry entry) {
		return new Moment(entry.at(), Optional.of(entry), Optional.empty());
	}

	static Moment of(LoggedMail mail) {
		return new Moment(mail.createdAt(), Optional.empty(), Optional.of(mail));
	}

	public MomentId id() {
		return entry.map(act -> MomentId.of(act.id())).orElseGet(() -> MomentId.of(mail.orElseThrow().id()));
	}

}
