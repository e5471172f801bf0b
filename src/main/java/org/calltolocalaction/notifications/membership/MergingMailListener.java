package org.calltolocalaction.notifications.membership;

import org.calltolocalaction.governments.GovernmentCorrected;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.merging.GovernmentClosed;
import org.calltolocalaction.governments.merging.GovernmentMerged;
import org.calltolocalaction.notifications.Capacity;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.governments.standing.ChangeRefused;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a government's members that coordinators merged, closed, opened or corrected it,
 * or did not accept what it asked for, in the transaction of the act. Mails that wait for
 * members of the one of two are for members of the other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MergingMailListener {

	private final MergingMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final JdbcClient jdbc;

	MergingMailListener(MergingMailTexts texts, Outbox outbox, Governments governments, JdbcClient jdbc) {
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.jdbc = jdbc;
	}

	@EventListener
	void on(GovernmentMerged merged) {
		jdbc.sql("""
				update mail set capacity = replace(capacity, ?, ?) where capacity like '%' || ? || '%'
				and (next_attempt_at is not null or state in ('HELD', 'GATHERED'))""")
			.params(word(merged.fromId()), word(merged.intoId()), word(merged.fromId()))
			.update();
		jdbc.sql("update mail_task set government = ? where government = ?")
			.params(merged.intoId().value(), merged.fromId().value())
			.update();
		outbox.writeToEach(governments.members(merged.intoId()), MailKind.GOVERNMENTS_MERGED, merged.intoId(),
				member -> texts.merged(merged, member), merged.at());
	}

	@EventListener
	void on(GovernmentClosed event) {
		GovernmentId id = event.government().id();
		if (event.closed()) {
			outbox.writeToEach(governments.members(id), MailKind.GOVERNMENT_CLOSED, id,
					member -> texts.closed(event, member), event.at());
		}
		else {
			outbox.writeToEach(governments.members(id), MailKind.GOVERNMENT_REOPENED, id,
					member -> texts.reopened(event, member), event.at());
		}
	}

	/** Members who correct it themselves know. */
	@EventListener
	void on(GovernmentCorrected event) {
		event.byCoordinators()
			.ifPresent(at -> outbox.writeToEach(governments.members(event.government()), MailKind.GOVERNMENT_CORRECTED,
					event.government(), member -> texts.corrected(governments.government(event.government()), member),
					at));
	}

	@EventListener
	void on(ChangeRefused event) {
		GovernmentId id = event.government().id();
		outbox.writeToEach(governments.members(id), MailKind.GOVERNMENT_CHANGE_REFUSED, id,
				member -> texts.refused(event, member), event.at());
	}

	private static String word(GovernmentId government) {
		return Capacity.word(Capacity.GOVERNMENT, government);
	}

}
