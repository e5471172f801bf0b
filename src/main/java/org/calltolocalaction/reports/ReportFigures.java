package org.calltolocalaction.reports;

import java.util.List;
import java.util.Map;

/**
 * How much there is in a report. Of pledges that are not printed, only
 * {@code notForPublication} counts anything.
 *
 * @param notForPublication pledges accepted without consent to publication
 * @param byObjective how many printed pledges serve each objective; only objectives that
 * at least one serves
 * @param places where the printed pledges are
 */
public record ReportFigures(long pledges, long governments, long countries, long notForPublication,
		Map<String, Long> byObjective, List<Place> places) {

	/** So many printed pledges of one country. */
	public record Place(String region, String country, long pledges) {
	}

	public ReportFigures {
		byObjective = Map.copyOf(byObjective);
		places = List.copyOf(places);
	}

}
