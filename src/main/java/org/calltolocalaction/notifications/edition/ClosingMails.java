package org.calltolocalaction.notifications.edition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.seal.CallSeal;
import org.calltolocalaction.editions.seal.CallSeals;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.outbox.Outbox.Letter;
import org.calltolocalaction.reports.ReportPortion;
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

	/** How many governments are told in one transaction, about. */
	private static final int PORTION = 200;

	// By the trail and not by the clock: what was submitted while the call closed was
	// written down before or after it, whatever second it was.
	private static final String IN_CALL = """
			from pledge_standing pledge where call_year = :year and first_submitted_at is not null
			and exists (select from trail_entry entry where entry.about = pledge.reference and entry.kind = 'pledge.submitted'
			and entry.id < (select max(id) from trail_entry where kind = 'edition.closed' and about = :about)) """;

	private static final String IN_PORTION = """
			and mod(mod(hashtextextended(government_id::text, 0), :of) + :of, :of) = :number\s""";

	private final Governments governments;

	private final Editions editions;

	private final CallSeals seals;

	private final ClosingMailTexts texts;

	private final Outbox outbox;

	private final JdbcClient jdbc;

	ClosingMails(Governments governments, Editions editions, CallSeals seals, ClosingMailTexts texts, Outbox outbox,
			JdbcClient jdbc) {
		this.governments = governments;
		this.editions = editions;
		this.seals = seals;
		this.texts = texts;
		this.outbox = outbox;
		this.jdbc = jdbc;
	}

	private record Submitted(GovernmentId government, int pledges) {
	}

	/** In how many portions everybody is told that this call has closed. */
	@Transactional(readOnly = true)
	public int portions(EditionYear year) {
		int all = jdbc.sql("select count(distinct government_id) " + IN_CALL)
			.param("year", year.value())
			.param("about", year.businessKey())
			.query(Integer.class)
			.single();
		return Math.max(1, (all + PORTION - 1) / PORTION);
	}

	/**
	 * To the governments of this portion, once for each closing however often it is done:
	 * of the last one, where the call has closed again before it is; to nobody where it
	 * is open again, because the next closing tells them.
	 */
	public void callClosed(EditionYear year, ReportPortion portion) {
		EditionState state = editions.edition(year).state();
		if (state == EditionState.OPEN || state.toOpen()) {
			return;
		}
		seals.of(year).stream().findFirst().ifPresent(seal -> write(seal, submitted(year, portion)));
	}

	private List<Submitted> submitted(EditionYear year, ReportPortion portion) {
		return jdbc
			.sql("select government_id, count(*) as pledges " + IN_CALL + IN_PORTION
					+ "group by government_id order by government_id")
			.param("year", year.value())
			.param("about", year.businessKey())
			.param("number", portion.number())
			.param("of", portion.of())
			.query((row, number) -> new Submitted(new GovernmentId(row.getObject("government_id", UUID.class)),
					row.getInt("pledges")))
			.list();
	}

	private void write(CallSeal seal, List<Submitted> all) {
		List<GovernmentId> ids = all.stream().map(Submitted::government).toList();
		Map<GovernmentId, Government> known = governments.all(ids);
		Map<GovernmentId, List<Person>> members = governments.members(ids);
		outbox.writeAll(all.stream().flatMap(submitted -> {
			Government government = Objects.requireNonNull(known.get(submitted.government()));
			return members.getOrDefault(government.id(), List.of())
				.stream()
				.map(member -> Letter.to(member, MailKind.CALL_CLOSED, seal.edition(),
						texts.callClosed(seal, government, submitted.pledges(), member), seal.checkpoint()));
		}).toList());
	}

}
