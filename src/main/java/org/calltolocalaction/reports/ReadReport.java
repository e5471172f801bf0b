package org.calltolocalaction.reports;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A report is everyone's once it is published. Before that, those who work on it see a
 * preview, and nobody else.
 */
@Service
@Transactional(readOnly = true)
public class ReadReport {

	private final Editions editions;

	private final ReportContents reports;

	ReadReport(Editions editions, ReportContents reports) {
		this.editions = editions;
		this.reports = reports;
	}

	/** A report that this reader may see, with the edition it is of. */
	public record Readable(Edition edition, EditionReport report) {

		/** Whether the public does not see it yet. */
		public boolean preview() {
			return edition.state() != EditionState.PUBLISHED;
		}

	}

	/** The editions whose reports this reader may see, newest first. */
	public List<Edition> editions(Optional<Person> reader) {
		return editions.newestFirst().stream().filter(edition -> readable(edition, reader)).toList();
	}

	/** The reports that this reader may see, newest first. */
	public List<Readable> all(Optional<Person> reader) {
		return editions(reader).stream().map(this::open).toList();
	}

	/**
	 * The report, or {@link NotFound}: whether an unpublished one exists is not
	 * everyone's to know.
	 */
	public Readable of(EditionYear year, Optional<Person> reader) {
		return editions.find(year)
			.filter(edition -> readable(edition, reader))
			.map(this::open)
			.orElseThrow(() -> new NotFound("The report of " + year));
	}

	private Readable open(Edition edition) {
		return new Readable(edition, reports.report(edition.year()));
	}

	private static boolean readable(Edition edition, Optional<Person> reader) {
		return edition.state() == EditionState.PUBLISHED
				|| reader.filter(person -> person.oversees() || person.reviewer()).isPresent();
	}

}
