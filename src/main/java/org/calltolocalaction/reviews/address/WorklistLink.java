package org.calltolocalaction.reviews.address;

import java.time.LocalDate;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A link to the worklist that says by its search what one will see, for pages and mails
 * that speak of some reviews.
 */
public final class WorklistLink {

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
		return and(WorklistKeys.REVIEWER, name.contains(" ") ? '"' + name + '"' : name);
	}

	public WorklistLink heldByNobody() {
		return and(WorklistKeys.REVIEWER, WorklistKeys.NONE);
	}

	public WorklistLink overdue() {
		return and(WorklistKeys.DUE, WorklistKeys.OVERDUE);
	}

	/** Not overdue, and due on this day or earlier, where the reader lives. */
	public WorklistLink dueUntil(LocalDate day) {
		return and(WorklistKeys.DUE, "<=" + day).and("-" + WorklistKeys.DUE, WorklistKeys.OVERDUE);
	}

	/** Completed on this day or later, where the reader lives. */
	public WorklistLink completedFrom(LocalDate day) {
		return and(WorklistKeys.COMPLETED, ">=" + day);
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
