package org.calltolocalaction.coordination.forecast;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.edition.RemindedOfCall;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;
import org.calltolocalaction.reports.ReportContents;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.rounds.PlannedRounds.PlannedRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the mails that an act will have written: one to each person who acts for a
 * government, or reviews for a partner. What each of them chose about emails says when it
 * reaches them.
 */
@Component
class PlannedMails {

	private final Governments governments;

	private final People people;

	private final RemindedOfCall reminded;

	private final ReportContents reports;

	private final JdbcClient jdbc;

	PlannedMails(Governments governments, People people, RemindedOfCall reminded, ReportContents reports,
			JdbcClient jdbc) {
		this.governments = governments;
		this.people = people;
		this.reminded = reminded;
		this.reports = reports;
		this.jdbc = jdbc;
	}

	/** To the governments whose pledges count for another edition. */
	List<MailsForeseen> ofPlacements(List<Change> changes) {
		Map<PledgeReference, Integer> members = membersOf(changes.stream().map(Change::reference).toList());
		return changes.stream()
			.map(change -> new MailsForeseen(PlacementMails.toldBy(change), change.reference().value(),
					members.getOrDefault(change.reference(), 0)))
			.filter(PlannedMails::anybody)
			.toList();
	}

	/** To the governments of these pledges, of each one. */
	List<MailsForeseen> ofEach(MailKind kind, List<PledgeReference> pledges) {
		Map<PledgeReference, Integer> members = membersOf(pledges);
		return pledges.stream()
			.map(pledge -> new MailsForeseen(kind, pledge.value(), members.getOrDefault(pledge, 0)))
			.filter(PlannedMails::anybody)
			.toList();
	}

	/** To whoever acts for a government that has a draft. */
	List<MailsForeseen> toGovernmentsWithDrafts(MailKind kind, EditionYear year) {
		List<GovernmentId> drafting = jdbc
			.sql("select distinct government_id from pledge_standing where state = 'DRAFT'")
			.query((row, number) -> new GovernmentId(row.getObject(1, UUID.class)))
			.list();
		return inAll(kind, year,
				governments.countMembers(drafting).values().stream().mapToInt(Integer::intValue).sum());
	}

	/** To whoever acts for a government with a pledge that answered the call. */
	List<MailsForeseen> toGovernmentsInCall(MailKind kind, EditionYear year) {
		List<GovernmentId> submitted = jdbc.sql("""
				select distinct government_id from pledge_standing
				where call_year = ? and first_submitted_at is not null""")
			.param(year.value())
			.query((row, number) -> new GovernmentId(row.getObject(1, UUID.class)))
			.list();
		return inAll(kind, year,
				governments.countMembers(submitted).values().stream().mapToInt(Integer::intValue).sum());
	}

	/**
	 * To the reviewers whose partners have open reviews of what counts for the edition.
	 */
	List<MailsForeseen> toReviewersOf(List<PlannedRound> rounds, EditionYear year) {
		return inAll(MailKind.OUTSTANDING_REVIEWS, year,
				rounds.stream()
					.filter(round -> round.countsFor().is(year))
					.flatMap(round -> round.open().stream())
					.map(Review::partner)
					.distinct()
					.mapToInt(partner -> people.reviewersOf(partner).size())
					.sum());
	}

	/** To the partner's reviewers. */
	List<MailsForeseen> toReviewersOf(MailKind kind, PartnerCode partner, EditionYear year) {
		return inAll(kind, year, people.reviewersOf(partner).size());
	}

	/** To everybody who was written to about the call, that it is none any more. */
	List<MailsForeseen> toRemindedOf(EditionYear year) {
		return inAll(MailKind.OPENING_TAKEN_BACK, year, reminded.of(year).size());
	}

	/**
	 * To whoever has more time than the deadline.
	 * @param about what the mail is about
	 */
	List<MailsForeseen> toHolder(MailKind kind, Holder holder, String about) {
		if (holder.isPledge()) {
			return ofEach(kind, List.of(new PledgeReference(holder.id())));
		}
		GovernmentId government = GovernmentId.of(holder.id());
		return Stream
			.of(new MailsForeseen(kind, about,
					governments.countMembers(List.of(government)).getOrDefault(government, 0)))
			.filter(PlannedMails::anybody)
			.toList();
	}

	/** To the governments of all pledges that stand in this edition's report. */
	List<MailsForeseen> ofReport(EditionYear year) {
		return ofEach(MailKind.INCLUDED, reports.references(year));
	}

	private static boolean anybody(MailsForeseen mails) {
		return mails.recipients() > 0;
	}

	private static List<MailsForeseen> inAll(MailKind kind, EditionYear year, int recipients) {
		return recipients == 0 ? List.of() : List.of(new MailsForeseen(kind, year.businessKey(), recipients));
	}

	/** How many act for the government of each pledge; none where nobody does. */
	private Map<PledgeReference, Integer> membersOf(Collection<PledgeReference> pledges) {
		Map<PledgeReference, GovernmentId> owners = jdbc
			.sql("select reference, government_id from pledge_standing where reference = any (?)")
			.param(pledges.stream().map(PledgeReference::value).toArray(String[]::new))
			.query((row, number) -> Map.entry(new PledgeReference(row.getString(1)),
					new GovernmentId(row.getObject(2, UUID.class))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		Map<GovernmentId, Integer> members = governments.countMembers(owners.values().stream().distinct().toList());
		Map<PledgeReference, Integer> counts = new HashMap<>();
		owners.forEach((pledge, owner) -> counts.put(pledge, members.getOrDefault(owner, 0)));
		return counts;
	}

}
