package org.calltolocalaction.coordination.timeline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.GrantedExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.progress.ExpectedDays;
import org.calltolocalaction.pledges.progress.TimersAhead;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what will come to a pledge: the timers of its processes, as they wait, and the
 * dates of the edition for which it counts.
 */
@Component
@Transactional(readOnly = true)
public class ReadAhead {

	/** Timers of the edition and of an extension; the others are the pledge's own. */
	private static final Set<TimersAhead.Kind> OF_THE_EDITION = EnumSet.of(TimersAhead.Kind.CALL_REMINDER,
			TimersAhead.Kind.CALL_CLOSES, TimersAhead.Kind.EXTENSION_REMINDER);

	private final TimersAhead timers;

	private final Editions editions;

	private final Extensions extensions;

	private final ExpectedDays days;

	private final Clock clock;

	ReadAhead(TimersAhead timers, Editions editions, Extensions extensions, ExpectedDays days, Clock clock) {
		this.timers = timers;
		this.editions = editions;
		this.extensions = extensions;
		this.days = days;
		this.clock = clock;
	}

	/** Soonest first. */
	public List<Ahead> of(PledgeRow pledge, Person by) {
		by.requireOversight();
		Optional<Edition> edition = pledge.countsFor().edition().flatMap(editions::find);
		List<Extension> running = edition.map(Edition::year).stream().flatMap(year -> running(year, pledge)).toList();
		Stream<Ahead> byItself = timers
			.of(pledge.reference(), edition.map(Edition::year), running.stream().map(Extension::id).toList())
			.stream()
			.map(timer -> ahead(timer, edition));
		Stream<Ahead> ends = running.stream()
			.map(extension -> new Ahead(Ahead.Kind.EXTENSION_ENDS, extension.until().instant(), Optional.empty(),
					Optional.of(extension.edition())));
		return Stream.of(byItself, ends, edition.stream().flatMap(this::dates), submitAgain(pledge))
			.flatMap(stream -> stream)
			.sorted(Comparator.comparing(Ahead::at))
			.toList();
	}

	private Stream<Extension> running(EditionYear year, PledgeRow pledge) {
		Set<Holder> holders = Set.of(Holder.government(pledge.government().id().value()),
				Holder.pledge(pledge.reference().value()));
		return extensions.running(year, holders, clock.instant()).stream().map(GrantedExtension::extension);
	}

	private static Ahead ahead(TimersAhead.Timer timer, Optional<Edition> edition) {
		return new Ahead(Ahead.Kind.valueOf(timer.kind().name()), timer.at(), Optional.empty(),
				OF_THE_EDITION.contains(timer.kind()) ? edition.map(Edition::year) : Optional.empty());
	}

	private Stream<Ahead> dates(Edition edition) {
		Instant now = clock.instant();
		Stream<Ahead> deadline = Stream.of(edition.deadline().instant())
			.filter(at -> edition.state() == EditionState.OPEN && at.isAfter(now))
			.map(at -> new Ahead(Ahead.Kind.DEADLINE, at, Optional.empty(), Optional.of(edition.year())));
		Stream<Ahead> contents = edition.state().contentsConfirmed() ? Stream.empty()
				: Stream.of(day(Ahead.Kind.CONTENTS_PLANNED, edition.contentsPlanned(), edition.deadline().zone(),
						Optional.of(edition.year())));
		return Stream.concat(deadline, contents.filter(planned -> planned.at().isAfter(now)));
	}

	private Stream<Ahead> submitAgain(PledgeRow pledge) {
		return pledge.state().waitsForItsGovernment() ? days.of(pledge.pledge())
			.filter(expected -> !expected.passed())
			.map(expected -> day(Ahead.Kind.LAST_DAY_TO_SUBMIT_AGAIN, expected.day(), ZoneOffset.UTC, Optional.empty()))
			.stream() : Stream.empty();
	}

	/** It stands where the day ends. */
	private static Ahead day(Ahead.Kind kind, LocalDate day, ZoneId zone, Optional<EditionYear> edition) {
		return new Ahead(kind, day.plusDays(1).atStartOfDay(zone).toInstant(), Optional.of(day), edition);
	}

}
