package org.calltolocalaction.forms;

import java.util.List;

/**
 * A form as one person sees it now: everything that a template needs, and nothing that it would have to work out.
 *
 * @param kept what was answered in fields that are out of sight: hidden inputs carry it, so that nothing typed is lost
 */
public record FormView(String formId, List<Section> sections, List<FieldError> errors, List<Kept> kept) {

	/** One part of this view: its section, what is wrong in it, and of the unseen answers those that are its own. */
	FormView only(FormPart part) {
		return new FormView(formId, sections.stream().filter(section -> section.id().equals(part.id())).toList(),
				errors.stream().filter(error -> part.paths().contains(error.path())).toList(),
				kept.stream().filter(answer -> part.paths().stream().anyMatch(answer::isOf)).toList());
	}

	/** The part of a form that stands under one heading; the title is null where the form has no groups. */
	public record Section(String id, String title, List<Item> items) {
	}

	/** An answer that is carried along unseen. */
	public record Kept(String name, String value) {

		// A date has three controls, named after its path.
		private boolean isOf(String path) {
			return name.equals(path) || name.startsWith(path + "-");
		}

	}

	/** Something that stands in a section. The kind names the fragment that draws it. */
	public sealed interface Item {

		/** The name of the fragment. */
		String kind();

	}

	/**
	 * What every field has around its input.
	 *
	 * @param optional whether to say that it may be left empty
	 * @param error null where there is none
	 * @param title whether the answer is the title of the whole
	 */
	public record Frame(String id, String name, String label, String hint, boolean optional, boolean disabled,
			FieldError error, boolean title) {

		/** The ids of the texts that a screen reader adds to the label; null where there are none. */
		public String describedBy() {
			String ids = (hint == null ? "" : id + "-hint ") + (error == null ? "" : id + "-error");
			return ids.isBlank() ? null : ids.strip();
		}

		/** The same with the counter of characters, which comes first as GOV.UK Frontend has it. */
		public String describedByCounter() {
			return describedBy() == null ? id + "-info" : id + "-info " + describedBy();
		}

	}

	/** One line of text. */
	public record TextBox(Frame frame, String value, String inputType, String inputMode, String autocomplete,
			String width) implements Item {

		@Override
		public String kind() {
			return "text-box";
		}

	}

	/** Several lines of text; with a longest length it shows a counter. */
	public record TextArea(Frame frame, String value, Integer maxLength, int rows) implements Item {

		@Override
		public String kind() {
			return "text-area";
		}

	}

	/** One or several of a list; the control is {@code radios}, {@code checkboxes} or {@code drop-down}. */
	public record Choices(Frame frame, String control, boolean small, List<Choice> choices) implements Item {

		@Override
		public String kind() {
			return control;
		}

	}

	/** One of the list. */
	public record Choice(String id, String value, String label, boolean chosen) {
	}

	/** A single yes. */
	public record Tick(Frame frame, boolean ticked) implements Item {

		@Override
		public String kind() {
			return "tick";
		}

	}

	/** A date in three boxes, as typed. */
	public record DateBoxes(Frame frame, String day, String month, String year) implements Item {

		@Override
		public String kind() {
			return "date-boxes";
		}

	}

	/** Questions that belong together inside a section. */
	public record Nested(String id, String legend, List<Item> items) implements Item {

		@Override
		public String kind() {
			return "nested";
		}

	}

	/** Words between the questions. */
	public record Words(String id, List<Block> blocks) implements Item {

		@Override
		public String kind() {
			return "words";
		}

	}

	/** A paragraph, or a list of points. */
	public record Block(boolean list, List<String> lines) {
	}

}
