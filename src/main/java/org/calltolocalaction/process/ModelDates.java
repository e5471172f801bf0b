package org.calltolocalaction.process;

import java.util.Date;
import org.calltolocalaction.editions.CallCalendar;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.DigestCalendar;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.AbsenceId;
import org.calltolocalaction.reviews.Absences;
import org.calltolocalaction.reviews.ReviewRound;
import org.springframework.stereotype.Component;

/**
 * The due dates of all timers, in the only type the engine takes. Which date it is, the domain knows.
 * <p>Public for the models: their expressions can call public classes only.
 */
@Component("calendar")
public class ModelDates {

	private final ReviewRound round;

	private final CallCalendar calls;

	private final DigestCalendar digests;

	private final Absences absences;

	ModelDates(ReviewRound round, CallCalendar calls, DigestCalendar digests, Absences absences) {
		this.round = round;
		this.calls = calls;
		this.digests = digests;
		this.absences = absences;
	}

	public Date reviewsDue(String reference) {
		return Date.from(round.due(new PledgeReference(reference)));
	}

	public Date reviewsEscalate(String reference) {
		return Date.from(round.escalation(new PledgeReference(reference)));
	}

	public Date reviewsEnd(String reference) {
		return Date.from(round.cutOff(new PledgeReference(reference)));
	}

	public Date callCloses(String year) {
		return Date.from(calls.closing(EditionYear.ofBusinessKey(year)));
	}

	public Date nextReminder(String year) {
		return Date.from(calls.nextReminder(EditionYear.ofBusinessKey(year)));
	}

	public Date digestDue(String account) {
		return Date.from(digests.due(AccountId.ofBusinessKey(account)));
	}

	public Date absenceBegins(String absence) {
		return Date.from(absences.beginning(AbsenceId.ofBusinessKey(absence)));
	}

}
