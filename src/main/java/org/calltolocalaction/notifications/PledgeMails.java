package org.calltolocalaction.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reviews.team.AvailableReviewers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the mails about a pledge to the people it concerns, each in their own language.
 * Writing takes part in the caller's transaction and is keyed: writing the same mail
 * twice leaves one. Called by the process.
 */
@Service
@Transactional
public class PledgeMails {

	private final MailContexts dossiers;

	private final MemberMailTexts memberLetters;

	private final PlacementMailTexts placeLetters;

	private final Placements places;

	private final DeskMailTexts deskLetters;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final AvailableReviewers availableReviewers;

	private final Inclusions inclusions;

	private final Clock clock;

	PledgeMails(MailContexts dossiers, MemberMailTexts memberLetters, PlacementMailTexts placeLetters, Placements places,
			DeskMailTexts deskLetters, Outbox outbox, Governments governments, People people,
			AvailableReviewers availableReviewers, Inclusions inclusions, Clock clock) {
		this.dossiers = dossiers;
		this.memberLetters = memberLetters;
		this.placeLetters = placeLetters;
		this.places = places;
		this.deskLetters = deskLetters;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.availableReviewers = availableReviewers;
		this.inclusions = inclusions;
		this.clock = clock;
	}

	/** To the government's members: the receipt of the newest revision. */
	public void receipt(PledgeReference reference) {
		toMembers(MailKind.RECEIPT, dossiers.of(reference), memberLetters::receipt);
	}

	/** To the reviewers who can take what their partner is asked: a review waits. */
	public void reviewWaiting(PledgeReference reference) {
		MailContext dossier = dossiers.of(reference);
		dossier.open()
			.forEach(review -> to(availableReviewers.of(review), MailKind.REVIEW_WAITING, dossier,
					(about, reviewer) -> deskLetters.reviewWaiting(about, review, reviewer), review.partner(),
					LocalDate.ofInstant(review.dueAt(), ZoneOffset.UTC)));
	}

	/**
	 * To the government's members: what the partners, or the coordinators, ask to be
	 * changed, in their words.
	 */
	public void changesRequested(PledgeReference reference) {
		toMembers(MailKind.CHANGES_REQUESTED, dossiers.of(reference), memberLetters::changesRequested);
	}

	/**
	 * To the government's members: the changes that were asked for are still waited for.
	 * Nothing where they are not, because the answer and the reminder may have crossed.
	 */
	public void changesReminder(PledgeReference reference) {
		MailContext dossier = dossiers.of(reference);
		if (dossier.pledge().state() == PledgeState.CHANGES_REQUESTED) {
			toMembers(MailKind.CHANGES_REMINDER, dossier, memberLetters::changesReminder,
					LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
		}
	}

	/**
	 * To the government's members: the pledge is accepted, and the edition it counts for
	 * as things are now.
	 */
	public void accepted(PledgeReference reference) {
		toMembers(MailKind.ACCEPTED, dossiers.of(reference), memberLetters::accepted);
	}

	/**
	 * To the government's members: the pledge is declined, and what the partners or the
	 * coordinators wrote.
	 */
	public void declined(PledgeReference reference) {
		toMembers(MailKind.DECLINED, dossiers.of(reference), memberLetters::declined);
	}

	/** To the coordinators: a decision is asked of them. */
	public void decisionWaiting(PledgeReference reference) {
		toCoordinators(MailKind.DECISION_WAITING, dossiers.of(reference), deskLetters::decisionWaiting);
	}

	/**
	 * To the government's members: the pledge counts for a later edition or waits for the
	 * next, and why; each time that it is carried there.
	 */
	public void carriedOver(PledgeReference reference) {
		MailContext about = dossiers.of(reference);
		inclusions.find(reference)
			.ifPresentOrElse(
					inclusion -> carriedOver(about, Placement.in(inclusion.edition()), inclusion.includedAt()),
					() -> carriedOver(about, places.countsFor(about.pledge()),
							about.pledge().waitingSince().orElseThrow()));
	}

	/**
	 * @param since which tells one time that it is carried there from the next
	 */
	private void carriedOver(MailContext about, Placement place, Instant since) {
		toMembers(MailKind.CARRIED_OVER, about, (dossier, member) -> placeLetters.carriedOver(dossier, place, member),
				place, since);
	}

	/**
	 * To the government's members: the report is closed without the pledge, because it
	 * waits for them.
	 */
	public void leftOut(PledgeReference reference, EditionYear year) {
		toMembers(MailKind.LEFT_OUT, dossiers.of(reference),
				(dossier, member) -> memberLetters.leftOut(dossier, year, member), year);
	}

	private void toMembers(MailKind kind, MailContext dossier, BiFunction<MailContext, Person, MailText> letter,
			Object... telling) {
		to(governments.members(dossier.government().id()), kind, dossier, letter, telling);
	}

	private void toCoordinators(MailKind kind, MailContext dossier, BiFunction<MailContext, Person, MailText> letter) {
		to(people.coordinators(), kind, dossier, letter);
	}

	private void to(List<Person> recipients, MailKind kind, MailContext dossier, BiFunction<MailContext, Person, MailText> letter,
			Object... telling) {
		Object[] occasionAndMore = Stream.concat(Stream.of(dossier.occasion()), Stream.of(telling)).toArray();
		for (Person recipient : recipients) {
			outbox.write(MailKey.of(kind, dossier.reference(), recipient.id(), occasionAndMore), recipient,
					letter.apply(dossier, recipient));
		}
	}

}
