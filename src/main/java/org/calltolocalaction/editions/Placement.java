package org.calltolocalaction.editions;

import java.io.Serializable;
import java.util.Optional;

/**
 * The edition for which a pledge counts: one that there is, or the next that a
 * coordinator opens. The year of the next is not known before it is opened; the year here
 * is then the one in which it is expected, and promises nothing.
 *
 * @param year the edition's year, or the year in which the next edition is expected
 * @param known whether there is such an edition already
 */
public record Placement(EditionYear year, boolean known) implements Serializable {

	private static final String OF_THE_NEXT = ".next";

	public static Placement in(EditionYear edition) {
		return new Placement(edition, true);
	}

	/** It waits for the next edition, which is expected in that year. */
	public static Placement next(EditionYear expected) {
		return new Placement(expected, false);
	}

	/** The edition, unless it is still to be opened. */
	public Optional<EditionYear> edition() {
		return known ? Optional.of(year) : Optional.empty();
	}

	public boolean is(EditionYear edition) {
		return known && year.equals(edition);
	}

	/**
	 * Which of two texts says it: the one that names the edition, or its fellow that says
	 * that it is the next.
	 */
	public String text(String key) {
		return known ? key : key + OF_THE_NEXT;
	}

	/** As the trail writes it, which names no year that may be skipped. */
	@Override
	public String toString() {
		return known ? year.toString() : "NEXT";
	}

}
