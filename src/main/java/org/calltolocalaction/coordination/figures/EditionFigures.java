package org.calltolocalaction.coordination.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * An edition in figures.
 *
 * @param before the edition with which it is compared, and that one's day that was as far
 * from its deadline as today is
 * @param drafts of all governments; none where the call is not open
 * @param submitted all pledges that answered its call or count for it: what follows adds
 * up to it
 * @param way from the review to the report
 * @param beside it
 * @param blocking pledges over which the report cannot be closed
 * @param missing pledges that would not be in it, because their governments have them
 * @param inNoReport accepted pledges that wait for an edition that is not there yet, or
 * were taken out by hand
 */
public record EditionFigures(Optional<Before> before, Optional<Figure> drafts, Figure submitted, List<Figure> way,
		List<Figure> beside, Figure blocking, Figure missing, Figure inNoReport, Figure mailFailed, List<Day> days,
		List<PartnerFigures> partners, List<SectionFigures> sections) {

	/** An earlier edition, on the day that is compared with today. */
	public record Before(EditionYear edition, LocalDate day) {
	}

	/**
	 * A day on which pledges were submitted first, anywhere on Earth.
	 *
	 * @param search by which they are found
	 */
	public record Day(LocalDate day, long number, String search) {
	}

	/**
	 * What a partner has to do for the edition, and how long it took so far.
	 *
	 * @param medianDays of its completed reviews
	 * @param load what each of its reviewers has, and what nobody has, by name
	 */
	public record PartnerFigures(PartnerCode partner, Figure open, Figure soon, Figure overdue, OptionalInt medianDays,
			List<Figure> load) {
	}

	/**
	 * @param section its code
	 * @param notYet governments with a pledge in an earlier edition and none in this one
	 */
	public record SectionFigures(String section, Figure pledges, long notYet) {
	}

}
