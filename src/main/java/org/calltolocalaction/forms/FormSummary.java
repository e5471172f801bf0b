package org.calltolocalaction.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.address.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * A filled form as it is read: to check it before it is sent, to judge it, or in public.
 */
public record FormSummary(String formId, List<Section> sections, @Nullable String changeAddress) {

	/** Stands for the section in the address of the page where it is changed. */
	public static final String SECTION = "{section}";

	/**
	 * The same with a link at each answer that leads to its field on the page at this
	 * address, in which {@link #SECTION} stands for the section.
	 */
	public FormSummary withChangeLinks(String address) {
		return new FormSummary(formId, sections, address);
	}

	/** Where an answer is changed; empty where it cannot be changed from here. */
	public String changeLink(Section section, Row row) {
		return changeAddress == null ? "" : changeAddress.replace(SECTION, section.id()) + "#" + row.anchor();
	}

	/**
	 * The same under no heading of its own, for a page on which the form's headings stand
	 * already.
	 */
	public FormSummary withoutHeadings() {
		List<Row> rows = sections.stream().flatMap(section -> section.rows().stream()).toList();
		return new FormSummary(formId, List.of(new Section(formId, null, rows)), changeAddress);
	}

	/** All that was asked, by the place of its answer. */
	Map<String, Row> rows() {
		return sections.stream()
			.flatMap(section -> section.rows().stream())
			.collect(Collectors.toMap(Row::path, row -> row, (first, again) -> first, LinkedHashMap::new));
	}

	/** What stands under one heading; the title is null where the form has no groups. */
	public record Section(String id, @Nullable String title, List<Row> rows) {
	}

	/**
	 * One question with its answer.
	 *
	 * @param path where the answer stands, so that others can find a row
	 * @param anchor the id of the field where the form is filled in
	 * @param notes what others remarked on the answer
	 */
	public record Row(String path, String anchor, String label, Answer answer, List<FieldNote> notes) {
	}

	/**
	 * An answer in the reader's language. The kind is {@code text}, {@code list},
	 * {@code link}, {@code files}, {@code yes}, {@code no} or {@code unanswered}.
	 *
	 * @param typed whether a person wrote it, in whatever language and direction
	 * @param files what was uploaded; the values are their names then
	 */
	public record Answer(String kind, List<String> values, boolean typed, List<UploadedFile> files) {

		private static final int LONGEST_LINE = 160;

		/** An answer that is no files. */
		public Answer(String kind, List<String> values, boolean typed) {
			this(kind, values, typed, List.of());
		}

		/** An answer that is files. */
		public static Answer of(List<UploadedFile> files) {
			return new Answer("files", files.stream().map(UploadedFile::name).toList(), true, List.copyOf(files));
		}

		/** Stands where there is no answer. */
		public static final Answer NONE = new Answer("unanswered", List.of(), false);

		/** Stands where a box was not ticked, which is an answer too. */
		public static final Answer NO = new Answer("no", List.of(), false);

		/** The answer where there is just one value. */
		public String value() {
			return values.isEmpty() ? "" : values.get(0);
		}

		/**
		 * Whether it is a title or another few words, which stand where those of the page
		 * stand, whatever their own direction.
		 */
		public boolean line() {
			return value().length() <= LONGEST_LINE && value().indexOf('\n') < 0;
		}

		/**
		 * Where a link leads; how it is shown may be in letters that only people read.
		 */
		public String link() {
			return WebAddress.parse(value()).map(WebAddress::link).orElse("");
		}

	}

}
