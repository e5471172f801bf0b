package org.calltolocalaction.coordination.web.lists;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.coordination.lists.PledgeLine;

/**
 * One page of the coordinators' list, as {@code src/main/jte/coordination} draws it, in
 * the reader's language.
 */
public final class PledgeTable {

	private final List<PledgeLine> lines;

	private final Set<ListColumn> columns;

	private final Instant now;

	private final ListWording wording;

	/** What was said already: fifty lines say much the same. */
	private final Map<List<Object>, String> said = new HashMap<>();

	PledgeTable(List<PledgeLine> lines, Set<ListColumn> columns, Instant now, ListWording wording) {
		this.lines = lines;
		this.columns = columns;
		this.now = now;
		this.wording = wording;
	}

	public List<PledgeLine> lines() {
		return lines;
	}

	public boolean shows(ListColumn column) {
		return columns.contains(column);
	}

	public String heading(ListColumn column) {
		return says("glance.column." + ListAddress.name(column));
	}

	public String says(String key, Object... arguments) {
		return said.computeIfAbsent(List.of(key, List.of(arguments)), absent -> wording.message(key, arguments));
	}

	public String state(PledgeLine line) {
		return wording.state(line);
	}

	/** The style of where it is. */
	public String tag(PledgeLine line) {
		return switch (line.step()) {
			case UNDER_REVIEW -> "desk-tag--review";
			case CHANGES_REQUESTED, CARRIED_OVER -> "desk-tag--changes";
			case REVIVED -> "desk-tag--draft";
			case DISAGREEMENT -> "desk-tag--disagreement";
			case ACCEPTED, UNCONFIRMED -> "desk-tag--accepted";
			case INCLUDED -> "desk-tag--included";
			case DECLINED -> "desk-tag--declined";
			case WITHDRAWN -> "desk-tag--withdrawn";
		};
	}

	public String label(String list, String code) {
		return wording.label(list, code);
	}

	public String countsFor(PledgeLine line) {
		return wording.countsFor(line);
	}

	public String day(Instant instant) {
		return wording.day(instant);
	}

	public String day(Optional<Instant> instant) {
		return instant.map(wording::day).orElse("–");
	}

	/** Who has to do something, and since when; nothing where nobody has. */
	public String waiting(PledgeLine line) {
		return line.waitsFor()
			.map(whom -> says("glance.waits." + whom.name(), day(line.waitingSince().orElse(line.changedAt()))))
			.orElse("–");
	}

	public boolean overdue(Instant due) {
		return due.isBefore(now);
	}

	/** What a partner said, or by when it is to say something. */
	public String said(PledgeLine.PartnerReview review) {
		return wording.said(review);
	}

	public String partner(PledgeLine.PartnerReview review) {
		return wording.partner(review.partner());
	}

}
