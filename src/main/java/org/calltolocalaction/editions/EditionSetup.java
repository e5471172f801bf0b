package org.calltolocalaction.editions;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.calltolocalaction.editions.calendar.ReminderDays;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * All that is said of an edition when its call is opened. A value.
 *
 * @param partners who review
 * @param signOff whether heads of government have to approve what is submitted
 * @param reminders when people are reminded of the deadline
 * @param reviewCalendar by which days pledges are reviewed
 * @param criteria what reviewers are asked, and how much each weighs; empty leaves the
 * criteria as they are
 */
public record EditionSetup(Forum forum, SortedSet<PartnerCode> partners, Deadline deadline, SignOffRule signOff,
		ReminderDays reminders, ReviewCalendar reviewCalendar, Map<Criterion, Integer> criteria) {

	public EditionSetup {
		criteria = Map.copyOf(criteria);
	}

	/** What a call has of which nothing else is said. */
	public static EditionSetup usual(Forum forum, Collection<PartnerCode> partners, Deadline deadline) {
		return new EditionSetup(forum, new TreeSet<>(partners), deadline, SignOffRule.OFF, ReminderDays.USUAL,
				ReviewCalendar.usual(), Map.of());
	}

	/** The same with another rule on the approval by heads of government. */
	public EditionSetup with(SignOffRule rule) {
		return new EditionSetup(forum, partners, deadline, rule, reminders, reviewCalendar, criteria);
	}

	/** The same with these criteria. */
	public EditionSetup judgedBy(Map<Criterion, Integer> weights) {
		return new EditionSetup(forum, partners, deadline, signOff, reminders, reviewCalendar, weights);
	}

}
