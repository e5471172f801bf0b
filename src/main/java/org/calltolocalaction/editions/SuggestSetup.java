package org.calltolocalaction.editions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a coordinator who opens a call begins with: what the edition before it had, one
 * year on.
 */
@Service
@Transactional(readOnly = true)
public class SuggestSetup {

	private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final EditionCriteria criteria;

	private final Vocabulary vocabulary;

	SuggestSetup(Editions editions, CallPolicy callPolicy, EditionCriteria criteria, Vocabulary vocabulary) {
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.criteria = criteria;
		this.vocabulary = vocabulary;
	}

	/**
	 * @param last the edition from which it was taken; none where none was opened before
	 * @param leftOut days off of that one that are weekend this time
	 */
	public record Suggestion(EditionYear year, EditionSetup setup, Optional<Edition> last, List<LocalDate> leftOut) {
	}

	/** For the next edition that can be opened. */
	public Suggestion next() {
		Edition edition = callPolicy.edition(callPolicy.nextToCome());
		while (!edition.state().toOpen()) {
			edition = callPolicy.edition(edition.year().next());
		}
		return of(edition.year());
	}

	/**
	 * The deadline is at the same local time on the same date. The forum is never the
	 * last one's: a report goes to another each year, and a name that nobody looked at
	 * would be public.
	 */
	public Suggestion of(EditionYear year) {
		Edition edition = callPolicy.edition(year);
		return editions.lastOpenedBefore(year.value())
			.map(last -> after(last, edition))
			.orElseGet(() -> new Suggestion(year,
					EditionSetup.usual(edition.forum(), edition.partners(), edition.deadline())
						.judgedBy(criteria.now(year).weights()),
					Optional.empty(), List.of()));
	}

	private Suggestion after(Edition last, Edition edition) {
		int years = edition.year().value() - last.year().value();
		Deadline before = last.deadline();
		Deadline deadline = new Deadline(before.local().plusYears(years), before.zone(), before.grace());
		ReviewCalendar calendar = last.reviewCalendar();
		Optional<LocalDate> contents = calendar.contentsSet()
			.map(day -> deadline.lastDay().plusDays(ChronoUnit.DAYS.between(before.lastDay(), day)));
		List<LocalDate> daysOff = calendar.daysOff().stream().map(day -> day.plusYears(years)).toList();
		ReviewCalendar moved = new ReviewCalendar(calendar.days(), calendar.cutOffDays(), contents.orElse(null),
				daysOff.stream().filter(day -> !weekend(day)).toList());
		return new Suggestion(edition.year(),
				new EditionSetup(edition.forum(), stillActive(last), deadline, last.signOffRule(), last.reminders(),
						moved, judgedBy(last, edition)),
				Optional.of(last), daysOff.stream().filter(SuggestSetup::weekend).toList());
	}

	// Criteria may have been chosen for an edition that is only planned.
	private Map<Criterion, Integer> judgedBy(Edition last, Edition edition) {
		return criteria.now(criteria.chosen(edition.year()) ? edition.year() : last.year()).weights();
	}

	private SortedSet<PartnerCode> stillActive(Edition last) {
		SortedSet<PartnerCode> partners = last.partners();
		partners.retainAll(vocabulary.activePartners());
		return partners;
	}

	private static boolean weekend(LocalDate day) {
		return WEEKEND.contains(day.getDayOfWeek());
	}

}
