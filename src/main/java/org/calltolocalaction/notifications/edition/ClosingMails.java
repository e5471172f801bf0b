package org.calltolocalaction.notifications.edition;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.editions.seal.CallSeal;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives everybody who acts for a government with a pledge in a call its seal when the
 * call has closed: who keeps the mail can prove what was submitted to it, and what was
 * not. Called by the process.
 */
@Service
@Transactional
public class ClosingMails {

	private final Governments governments;

	private final ClosingMailTexts texts;

	private final Outbox outbox;

	private final JdbcClient jdbc;

	ClosingMails(Governments governments, ClosingMailTexts texts, Outbox outbox, JdbcClient jdbc) {
		this.governments = governments;
		this.texts = texts;
		this.outbox = outbox;
		this.jdbc = jdbc;
	}

	private record Submitted(GovernmentId government, int pledges) {
	}

	/** Once for each closing. */
	public void callClosed(CallSeal seal) {
		List<Submitted> all = jdbc.sql("""
				select government_id, count(*) as pledges from pledge_standing
				where call_year = ? and first_submitted_at is not null group by government_id order by government_id""")
			.param(seal.edition().value())
			.query((row, number) -> new Submitted(new GovernmentId(row.getObject("government_id", UUID.class)),
					row.getInt("pledges")))
			.list();
		all.forEach(submitted -> {
			Government government = governments.government(submitted.government());
			outbox.writeToEach(governments.members(government.id()), MailKind.CALL_CLOSED, seal.edition(),
					member -> texts.callClosed(seal, government, submitted.pledges(), member), seal.checkpoint());
		});
	}

}
