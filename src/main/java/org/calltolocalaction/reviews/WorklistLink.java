package org.calltolocalaction.reviews;

import java.time.LocalDate;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.worklist.WorklistSearch;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A link to the worklist that says by its search what one will see, for pages and mails
 * that speak of some reviews.
 */
public final class WorklistLink {

	private static final String OVERDUE = "overdue";

	private final WorklistTab tab;

	private final String typed;

	private WorklistLink(WorklistTab tab, String typed) {
		this.tab = tab;
		this.typed = typed;
	}

	public static WorklistLink to(WorklistTab tab) {
		return new WorklistLink(tab, "");
	}

	/**
	 * What this person has, or had when it was completed; colleagues of the same name are
	 * found with them.
	 */
	public WorklistLink heldBy(Person holder) {
		String name = holder.name();
		return and(WorklistSearch.REVIEWER, name.contains(" ") ? '"' + name + '"' : name);
	}

	public WorklistLink heldByNobody() {
		return and(WorklistSearch.REVIEWER, WorklistSearch.NONE);
	}

	public WorklistLink overdue() {
		return and(WorklistSearch.DUE, OVERDUE);
	}

	/** Not overdue, and due on this day or earlier, where the reader lives. */
	public WorklistLink dueUntil(LocalDate day) {
		return and(WorklistSearch.DUE, "<=" + day).and("-" + WorklistSearch.DUE, OVERDUE);
	}

	/** Completed on this day or later, where the reader lives. */
	public WorklistLink completedFrom(LocalDate day) {
		return and(WorklistSearch.COMPLETED, ">=" + day);
	}

	private WorklistLink and(String key, String value) {
		return new WorklistLink(tab, (typed + " " + key + ":" + value).strip());
	}

	@Override
	public String toString() {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath("/reviews")
			.queryParam("tab", tab.name().toLowerCase(Locale.ROOT));
		return typed.isEmpty() ? link.toUriString()
				: link.queryParam("q", "{typed}").encode().buildAndExpand(typed).toUriString();
	}

}
