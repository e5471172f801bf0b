package org.calltolocalaction.process.steps;

import java.util.Date;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.calendar.CallCalendar;
import org.calltolocalaction.editions.extension.ExtensionCalendar;
import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.governments.membership.JoinReminder;
import org.calltolocalaction.governments.membership.JoinRequestCalendar;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.digest.DigestCalendar;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.absence.AbsenceId;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.springframework.stereotype.Component;

/**
 * The due dates of all timers, in the only type the engine takes. Which date it is, the
 * domain knows.
 * <p>
 * Public for the models: their expressions can call public classes only.
 */
@Component("calendar")
public class ModelDates {

	private final ReviewDates reviews;

	private final CallCalendar calls;

	private final DigestCalendar digests;

	private final Absences absences;

	private final ExtensionCalendar extensions;

	private final JoinRequestCalendar joinRequests;

	ModelDates(ReviewDates reviews, CallCalendar calls, DigestCalendar digests, Absences absences,
			ExtensionCalendar extensions, JoinRequestCalendar joinRequests) {
		this.reviews = reviews;
		this.calls = calls;
		this.digests = digests;
		this.absences = absences;
		this.extensions = extensions;
		this.joinRequests = joinRequests;
	}

	public Date reviewsDue(String reference) {
		return Date.from(reviews.due(new PledgeReference(reference)));
	}

	public Date reviewsStillOverdue(String reference) {
		return Date.from(reviews.leadsTold(new PledgeReference(reference)));
	}

	public Date reviewsEscalate(String reference) {
		return Date.from(reviews.coordinatorsTold(new PledgeReference(reference)));
	}

	public Date reviewsEnd(String reference) {
		return Date.from(reviews.cutOff(new PledgeReference(reference)));
	}

	public Date callCloses(String year) {
		return Date.from(calls.closing(EditionYear.ofBusinessKey(year)));
	}

	public Date nextReminder(String year) {
		return Date.from(calls.nextReminder(EditionYear.ofBusinessKey(year)));
	}

	public Date digestDue(String account) {
		return Date.from(digests.due(AccountId.of(account)));
	}

	public Date extensionReminder(String extension) {
		return Date.from(extensions.reminder(ExtensionId.of(extension)));
	}

	public Date joinRequestReminder(String request) {
		return Date.from(joinRequests.due(MembershipId.of(request), JoinReminder.FIRST));
	}

	public Date joinRequestSecondReminder(String request) {
		return Date.from(joinRequests.due(MembershipId.of(request), JoinReminder.SECOND));
	}

	public Date joinRequestUnanswered(String request) {
		return Date.from(joinRequests.due(MembershipId.of(request), JoinReminder.COORDINATORS));
	}

	public Date absenceBegins(String absence) {
		return Date.from(absences.beginning(AbsenceId.of(absence)));
	}

}
