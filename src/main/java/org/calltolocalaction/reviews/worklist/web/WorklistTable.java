package org.calltolocalaction.reviews.worklist.web;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.worklist.VisitPledge.Mark;
import org.calltolocalaction.reviews.worklist.WorklistColumn;
import org.calltolocalaction.reviews.worklist.WorklistRow;
import org.calltolocalaction.reviews.worklist.WorklistSettings;

/**
 * One page of the worklist, as {@code src/main/jte/reviews} draws it: its lines, in the
 * reader's language.
 */
public final class WorklistTable {

	private final List<WorklistRow> lines;

	private final WorklistSettings settings;

	private final boolean selectable;

	private final Collection<String> selected;

	private final Map<PledgeReference, Mark> marks;

	private final Set<PledgeReference> closed;

	private final Map<AccountId, String> names;

	private final Person reader;

	private final Instant now;

	private final String query;

	private final Wording wording;

	/** What was said already: fifty lines say much the same. */
	private final Map<List<Object>, String> said = new HashMap<>();

	/**
	 * @param selected what {@link #choice} said of the lines that were ticked when the
	 * page came back with a mistake
	 * @param closed of which the reader may not know how they were judged
	 */
	WorklistTable(List<WorklistRow> lines, WorklistSettings settings, Collection<String> selected,
			Map<PledgeReference, Mark> marks, Set<PledgeReference> closed, Map<AccountId, String> names,
			WorklistAddress address, Person reader, Instant now, Wording wording) {
		this.lines = lines;
		this.settings = settings;
		this.selectable = address.acts();
		this.selected = selected;
		this.marks = marks;
		this.closed = closed;
		this.names = names;
		this.query = address.onPage(1).query();
		this.reader = reader;
		this.now = now;
		this.wording = wording;
	}

	/** How the page speaks. */
	interface Wording {

		String message(String key, Object... arguments);

		String label(String list, String code);

		String day(Instant instant);

	}

	public List<WorklistRow> lines() {
		return lines;
	}

	public boolean selectable() {
		return selectable;
	}

	public boolean shows(WorklistColumn column) {
		return settings.columns().contains(column);
	}

	/** Whether each line is to be as short as it can be. */
	public boolean dense() {
		return settings.dense();
	}

	public String heading(WorklistColumn column) {
		return says("worklist.column." + WorklistAddress.name(column));
	}

	public String says(String key, Object... arguments) {
		return said.computeIfAbsent(List.of(key, List.of(arguments)), absent -> wording.message(key, arguments));
	}

	public String label(String list, String code) {
		return wording.label(list, code);
	}

	public String day(Instant instant) {
		return wording.day(instant);
	}

	/** To the review, which keeps from which list it was opened. */
	public String link(WorklistRow line) {
		return "/reviews/" + line.reference() + query;
	}

	public boolean overdue(WorklistRow line) {
		return line.overdue(now);
	}

	public boolean isNew(WorklistRow line) {
		return marks.get(line.reference()) == Mark.NEW;
	}

	public boolean isChanged(WorklistRow line) {
		return marks.get(line.reference()) == Mark.CHANGED;
	}

	/** Whether the reader may know how it was judged. */
	public boolean open(WorklistRow line) {
		return !closed.contains(line.reference());
	}

	public boolean mine(WorklistRow line) {
		return line.holder().filter(reader.id()::equals).isPresent();
	}

	/** Whether it waits for the reader first, who judged the version before. */
	public boolean offered(WorklistRow line) {
		return line.offeredTo().filter(reader.id()::equals).isPresent();
	}

	/**
	 * Who has it, or had it when it was completed; nothing for an account that is gone.
	 */
	public String holder(WorklistRow line) {
		return line.holder().map(names::get).orElse("");
	}

	/**
	 * What the box of a line sends: the review, and who had it when the page was made.
	 */
	public String choice(WorklistRow line) {
		return line.reference().value() + line.holder().map(holder -> ":" + holder.value()).orElse("");
	}

	public boolean chosen(WorklistRow line) {
		return selected.contains(choice(line));
	}

}
