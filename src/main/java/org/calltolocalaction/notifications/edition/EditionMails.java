package org.calltolocalaction.notifications.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.calendar.CallCalendar;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.context.OpenReviews;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.pledge.PledgeMailTexts;
import org.calltolocalaction.notifications.pledge.PledgeMails;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.placement.Placements;
import org.calltolocalaction.reports.ReportContents;
import org.calltolocalaction.reports.ReportPortion;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the mails about an edition. Keyed like {@link PledgeMails}. Called by the
 * process.
 */
@Service
@Transactional
public class EditionMails {

	private final Editions editions;

	private final CallCalendar calendar;

	private final Pledges pledges;

	private final Placements placements;

	private final Governments governments;

	private final People people;

	private final ReportContents reports;

	private final OpenReviews openReviews;

	private final MailContexts contexts;

	private final PledgeMailTexts memberTexts;

	private final EditionMailTexts editionLetters;

	private final Outbox outbox;

	private final Clock clock;

	EditionMails(Editions editions, CallCalendar calendar, Pledges pledges, Placements placements,
			Governments governments, People people, ReportContents reports, OpenReviews openReviews,
			MailContexts contexts, PledgeMailTexts memberTexts, EditionMailTexts editionLetters, Outbox outbox,
			Clock clock) {
		this.editions = editions;
		this.calendar = calendar;
		this.pledges = pledges;
		this.placements = placements;
		this.governments = governments;
		this.people = people;
		this.reports = reports;
		this.openReviews = openReviews;
		this.contexts = contexts;
		this.memberTexts = memberTexts;
		this.editionLetters = editionLetters;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * To governments with drafts, revived pledges or changes that were asked for, and to
	 * reviewers with open work: the deadline is near. One mail for each person, however
	 * much waits for them; none once the deadline has passed.
	 */
	public void deadlineReminder(EditionYear year) {
		Edition edition = editions.edition(year);
		Instant deadline = edition.deadline().instant();
		if (clock.instant().isAfter(deadline)) {
			return;
		}
		// The reminder that was due, not today's date: one that is done again the next
		// day is still the same.
		OptionalInt due = calendar.lastReminder(year);
		Object reminder = due.isPresent() ? due.getAsInt() : "early";
		waitingForGovernments(year).forEach((government, waiting) -> {
			for (Person member : governments.members(government)) {
				outbox.write(MailKey.of(MailKind.DEADLINE_REMINDER, year, member.id(), deadline, reminder), member,
						editionLetters.deadlineReminder(edition, governments.government(government), waiting, member));
			}
		});
		openReviews.all().forEach((partner, open) -> {
			for (Person reviewer : people.reviewersOf(partner)) {
				outbox.write(MailKey.of(MailKind.OPEN_REVIEWS, year, reviewer.id(), deadline, reminder), reviewer,
						editionLetters.openReviews(edition, partner, open, reviewer));
			}
		});
	}

	/**
	 * To reviewers whose reviews this edition's report waits for when the call has
	 * closed.
	 */
	public void outstandingReviews(EditionYear year) {
		Edition edition = editions.edition(year);
		Map<PartnerCode, List<OpenReview>> outstanding = openReviews.countingFor(year);
		outstanding.forEach((partner, open) -> {
			for (Person reviewer : people.reviewersOf(partner)) {
				// A call that was opened again by a later deadline closes again: that is
				// another mail.
				outbox.write(
						MailKey.of(MailKind.OUTSTANDING_REVIEWS, year, reviewer.id(), edition.deadline().instant()),
						reviewer, editionLetters.outstandingReviews(edition, partner, open, reviewer));
			}
		});
	}

	/**
	 * To the members of every government in this portion of the published report: their
	 * pledge stands in it.
	 */
	public void included(EditionYear year, ReportPortion portion) {
		reports.each(year, portion, entry -> {
			MailContext context = contexts.of(new PledgeReference(entry.reference()));
			for (Person member : governments.members(context.government().id())) {
				outbox.write(MailKey.of(MailKind.INCLUDED, context.reference(), member.id(), entry.revision(), year),
						member, memberTexts.included(context, entry, year, member));
			}
		});
	}

	private Map<GovernmentId, List<Pledge>> waitingForGovernments(EditionYear year) {
		Stream<Pledge> drafts = pledges.inState(PledgeState.DRAFT).stream();
		Stream<Pledge> submittedBefore = Stream.of(PledgeState.CHANGES_REQUESTED, PledgeState.REVIVED)
			.flatMap(state -> pledges.inState(state).stream())
			.filter(pledge -> placements.countsFor(pledge).is(year));
		return Stream.concat(drafts, submittedBefore)
			.sorted(Comparator.comparing(Pledge::reference))
			.collect(Collectors.groupingBy(Pledge::government));
	}

}
