package org.calltolocalaction.reviews.team;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.reviews.TeamReviews;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.AbsenceId;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.team.ReviewsInBulk.Chosen;
import org.springframework.stereotype.Service;

/** Offers the work of those who are away to whoever stands in for them. */
@Service
public class StandIns {

	private final Absences absences;

	private final TeamReviews reviews;

	private final ReviewsInBulk bulk;

	private final People people;

	private final Clock clock;

	StandIns(Absences absences, TeamReviews reviews, ReviewsInBulk bulk, People people, Clock clock) {
		this.absences = absences;
		this.reviews = reviews;
		this.bulk = bulk;
		this.people = people;
		this.clock = clock;
	}

	/** Somebody is away, and this many open reviews are with them. */
	public record Offer(Absence absence, Person absent, int open) {
	}

	/**
	 * Those for whom this reviewer stands in at present, as deputy or as an absent
	 * deputy's deputy.
	 */
	public List<Offer> offeredTo(Person deputy) {
		Instant now = clock.instant();
		List<AccountId> team = people.reviewersOf(deputy.requirePartner()).stream().map(Person::id).toList();
		Collection<Absence> away = absences.awayAt(team, now).values();
		return away.stream()
			.filter(absence -> absences.deputyOf(absence.reviewer(), now).filter(deputy.id()::equals).isPresent())
			.map(absence -> new Offer(absence, people.person(absence.reviewer()),
					reviews.count(absence.reviewer(), deputy)))
			.toList();
	}

	/** Takes all that the absent colleague has; they are told for when they are back. */
	public BulkResult takeAll(AbsenceId id, Person deputy) {
		Absence absence = absences.find(id)
			.filter(known -> absences.deputyOf(known.reviewer(), clock.instant())
				.filter(deputy.id()::equals)
				.isPresent())
			.orElseThrow(() -> new NotFound("Absence " + id));
		List<Chosen> all = reviews.with(absence.reviewer(), deputy)
			.stream()
			.map(review -> new Chosen(review.reference(), review.holder()))
			.toList();
		return bulk.assign(all, deputy.id(), deputy);
	}

}
