package org.calltolocalaction.reviews.absence;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.TeamReviews;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the deputy told that an absence has begun and which reviews wait. Called by the
 * process, at its beginning.
 */
@Service
@Transactional
public class TellDeputy {

	private final Absences absences;

	private final TeamReviews reviews;

	private final AbsenceMails mails;

	private final People people;

	private final Clock clock;

	TellDeputy(Absences absences, TeamReviews reviews, AbsenceMails mails, People people, Clock clock) {
		this.absences = absences;
		this.reviews = reviews;
		this.mails = mails;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Nothing where the absence was cancelled or ended meanwhile, and where nobody stands
	 * in.
	 */
	public void tell(AbsenceId id) {
		Instant now = clock.instant();
		absences.find(id)
			.filter(absence -> absence.at(now))
			.ifPresent(absence -> absences.deputyOf(absence.reviewer(), now)
				.ifPresent(deputy -> tell(absence, people.person(absence.reviewer()), people.person(deputy))));
	}

	private void tell(Absence absence, Person absent, Person deputy) {
		mails.standIn(absence, reviews.with(absent.id(), deputy), absent, deputy);
	}

}
