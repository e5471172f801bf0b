package org.calltolocalaction.forms;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A form as one person sees it now: everything that a template needs, and nothing that it
 * would have to work out.
 *
 * @param kept what was answered in fields that are out of sight: hidden inputs carry it,
 * so that nothing typed is lost
 */
public record FormView(String formId, List<Section> sections, List<FieldError> errors, List<Kept> kept,
		@Nullable String refreshAddress, @Nullable String focus) {

	/**
	 * The address to which a field is posted when it has changed; null where nothing
	 * depends on it.
	 */
	public @Nullable String refreshedBy(Frame frame) {
		return frame.refreshes() ? refreshAddress : null;
	}

	/**
	 * The same with an address that answers with {@code forms/fields :: fields}: where a
	 * field changes what is asked, htmx posts the form there and puts the answer in
	 * place. Without it, and without JavaScript, saving does the same.
	 */
	public FormView refreshedAt(String address) {
		return new FormView(formId, sections, errors, kept, address, focus);
	}

	/**
	 * The same for a page whose focus goes to the row or list of this id, because it was
	 * just added or emptied.
	 */
	public FormView focusedOn(@Nullable String anchor) {
		return new FormView(formId, sections, errors, kept, refreshAddress, anchor);
	}

	/**
	 * Whether there are buttons between the questions, before which pressing Enter needs
	 * one that only saves.
	 */
	public boolean hasButtons() {
		return hasUploads() || any(Repeated.class::isInstance);
	}

	/** Whether files can be chosen, so that the page's form has to be sent in parts. */
	public boolean hasUploads() {
		return any(Uploads.class::isInstance);
	}

	private boolean any(Predicate<Item> wanted) {
		return sections.stream().anyMatch(section -> any(section.items(), wanted));
	}

	private static boolean any(List<Item> items, Predicate<Item> wanted) {
		return items.stream()
			.anyMatch(item -> wanted.test(item) || item instanceof Nested nested && any(nested.items(), wanted)
					|| item instanceof Beside beside
							&& beside.cells().stream().anyMatch(cell -> any(List.of(cell.item()), wanted)));
	}

	/**
	 * The part of a form that stands under one heading; the title is null where the form
	 * has no groups.
	 */
	public record Section(String id, @Nullable String title, List<Item> items) {
	}

	/** An answer that is carried along unseen. */
	public record Kept(String name, String value) {
	}

	/** Something that stands in a section. */
	public sealed interface Item {

	}

	/** Something that is answered, or was. */
	public sealed interface Question extends Item {

		/** What stands around its input. */
		Frame frame();

	}

	/**
	 * What every field has around its input.
	 *
	 * @param optional whether to say that it may be left empty
	 * @param errors more than one only where several files were refused
	 * @param title whether the answer is the title of the whole
	 * @param refreshes whether other parts of the page depend on the answer
	 * @param notes what others remarked on the answer
	 */
	public record Frame(String id, String name, String label, @Nullable String hint, boolean optional, boolean disabled,
			List<FieldError> errors, boolean title, boolean refreshes, List<FieldNote> notes) {

		/** The first thing that is wrong; null where there is none. */
		public @Nullable FieldError error() {
			return errors.isEmpty() ? null : errors.get(0);
		}

		/** What a template says of a field with an error; null of others. */
		public @Nullable String wrong(String said) {
			return errors.isEmpty() ? null : said;
		}

		/**
		 * The ids of the texts that a screen reader adds to the label; null where there
		 * are none.
		 */
		public @Nullable String describedBy() {
			String ids = (hint == null ? "" : id + "-hint ") + (notes.isEmpty() ? "" : id + "-notes ")
					+ (errors.isEmpty() ? "" : id + "-error");
			return ids.isBlank() ? null : ids.strip();
		}

		/**
		 * The same with the counter of characters, which comes first as GOV.UK Frontend
		 * has it.
		 */
		public String describedByCounter() {
			return describedBy() == null ? id + "-info" : id + "-info " + describedBy();
		}

	}

	/** What stands before and after an input; null where there is nothing. */
	public record Adorners(@Nullable String before, @Nullable String after) {

		/** Stands where there are none. */
		public static final Adorners NONE = new Adorners(null, null);

		/** Whether there are any. */
		public boolean any() {
			return before != null || after != null;
		}

	}

	/** One line of text. */
	public record TextBox(Frame frame, String value, String inputType, @Nullable String inputMode,
			@Nullable String autocomplete, @Nullable String width, Adorners adorners) implements Question {
	}

	/** Several lines of text; with a longest length it shows a counter. */
	public record TextArea(Frame frame, String value, @Nullable Integer maxLength, int rows) implements Question {
	}

	/**
	 * One or several of a list; the control is {@code radios}, {@code checkboxes} or
	 * {@code drop-down}.
	 */
	public record Choices(Frame frame, String control, boolean small, List<Choice> choices) implements Question {

		/** More are too many to read one by one. */
		private static final int AT_A_GLANCE = 10;

		/** Whether the list is so long that one looks for words in it. */
		public boolean isLong() {
			return choices.size() > AT_A_GLANCE;
		}

	}

	/** One of the list. */
	public record Choice(String id, Option option, boolean chosen) {

		/** The code that is stored. */
		public String value() {
			return option.value();
		}

		/** Its whole wording. */
		public String label() {
			return option.label();
		}

		/**
		 * Other names by which a search in the list finds it; null where there are none.
		 */
		public @Nullable String otherNames() {
			return option.otherNames().isEmpty() ? null : String.join("; ", option.otherNames());
		}

		/** The id of the full wording below its heading; null where there is none. */
		public @Nullable String describedBy() {
			return option.text() == null ? null : id + "-text";
		}

	}

	/** A single yes. */
	public record Tick(Frame frame, boolean ticked) implements Question {
	}

	/** A date in three boxes, as typed. */
	public record DateBoxes(Frame frame, String day, String month, String year) implements Question {
	}

	/**
	 * A date in three boxes and a time in one; the label of the time is null where its
	 * author wrote none.
	 */
	public record DateTimeBoxes(Frame frame, DateBoxes date, String time,
			@Nullable String timeLabel) implements Question {
	}

	/**
	 * Files that were uploaded, and the choice of more.
	 *
	 * @param mostFiles how many there can be
	 * @param offered the extensions that a browser offers to choose from, or null for all
	 */
	public record Uploads(Frame frame, List<UploadedFile> files, int mostFiles,
			@Nullable String offered) implements Question {
	}

	/** An answer that may be read and not changed; hidden inputs carry it. */
	public record Fixed(Frame frame, String anchor, FormSummary.Answer answer, List<Kept> kept) implements Question {
	}

	/** Questions that belong together inside a section. */
	public record Nested(String id, String legend, List<Item> items) implements Layout {
	}

	/**
	 * Questions that are asked row by row.
	 *
	 * @param name the path of the list, by which its buttons name it
	 * @param counter the name of the hidden input that says how many rows there are
	 * @param add what the button says, or null for the usual
	 * @param remove the same for the button of each row
	 */
	public record Repeated(String id, String name, String counter, String legend, @Nullable String hint,
			@Nullable FieldError error, List<Row> rows, boolean mayAdd, boolean mayRemove, @Nullable String add,
			@Nullable String remove) implements Layout {

		/**
		 * The ids of the texts that a screen reader adds to the legend; null where there
		 * are none.
		 */
		public @Nullable String describedBy() {
			String ids = (hint == null ? "" : id + "-hint ") + (error == null ? "" : id + "-error");
			return ids.isBlank() ? null : ids.strip();
		}

	}

	/** One row of a list. */
	public record Row(String id, String name, String legend, List<Item> items) {
	}

	/** Items that stand beside each other on a wide screen. */
	public record Beside(List<Cell> cells) implements Layout {
	}

	/** One of them; its columns are null where it shares what is left of the sixteen. */
	public record Cell(@Nullable Integer columns, Item item) {
	}

	/** Words between the questions, as HTML in which nothing dangerous is left. */
	public record Words(String id, String html) implements Layout {
	}

	/** A table to look at. */
	public record Table(String id, @Nullable String caption, List<String> headings,
			List<List<String>> rows) implements Layout {
	}

	/** Room, by GOV.UK's scale from 0 to 9. */
	public record Space(int size) implements Layout {
	}

	/** A line across. */
	public record Line() implements Layout {
	}

	/** What arranges or explains. */
	public sealed interface Layout extends Item {

	}

}
