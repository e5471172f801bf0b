package org.calltolocalaction.pledges;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormDefinitions;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Option;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.pledges.drafting.DraftProgress;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** The pledge's form together with the vocabularies that its lists are made of. */
@Component
public class PledgeForm {

	private static final List<String> LISTS = List.of("languages", "beneficiaries", "contributions", "gcmObjectives",
			"gcrObjectives", "priorityObjectives", "sdgs");

	/** Where the objectives of both Compacts stand. */
	public static final List<String> OBJECTIVES = List.of("mainGcmObjectives", "furtherGcmObjectives", "gcrObjectives");

	private final FormDefinitions forms;

	private final Vocabulary vocabulary;

	private final Clock clock;

	PledgeForm(FormDefinitions forms, Vocabulary vocabulary, Clock clock) {
		this.forms = forms;
		this.vocabulary = vocabulary;
		this.clock = clock;
	}

	public FormDefinition definition() {
		return forms.form("pledge");
	}

	/**
	 * The codes of all objectives of both Compacts to which the pledge relates, the main
	 * ones first.
	 */
	public static List<String> objectives(Answers answers) {
		return OBJECTIVES.stream().map(answers::list).flatMap(List::stream).distinct().toList();
	}

	/**
	 * What the form needs to be shown to, or checked for, a reader of this language in
	 * this zone.
	 */
	public FormContext context(Locale language, ZoneId zone) {
		Map<String, List<Option>> options = LISTS.stream()
			.collect(Collectors.toMap(list -> list, list -> optionsOf(list, language)));
		return new FormContext(language, options, LocalDate.now(clock.withZone(zone)));
	}

	/**
	 * Whether the answers are a whole pledge; what was not asked is left out of the
	 * cleaned answers.
	 */
	public Validation validate(Answers answers, Locale language, ZoneId zone) {
		return definition().validate(answers, context(language, zone));
	}

	/** How far a draft has come, part by part. */
	public DraftProgress progress(Answers answers, FormContext context) {
		return DraftProgress.of(this, answers, context);
	}

	/**
	 * What the answer at this place is called; its place where the form does not ask for
	 * it any more.
	 */
	public String nameOf(String path, Answers answers, Locale language) {
		return definition().summary(answers, context(language, ZoneOffset.UTC), Reader.AUTHOR)
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.filter(row -> row.path().equals(path))
			.map(FormSummary.Row::label)
			.findFirst()
			.orElse(path);
	}

	/** Whether the government consented to publication. */
	public boolean mayBePublished(Answers answers) {
		return "YES".equals(answers.text("consent"));
	}

	/** The files that stand in the answers. */
	public List<UploadedFile> files(Answers answers) {
		return definition().uploads().keySet().stream().flatMap(path -> answers.files(path).stream()).toList();
	}

	/** The answers without the files that stand in them. */
	public Answers withoutFiles(Answers answers) {
		Answers rest = answers;
		for (String path : definition().uploads().keySet()) {
			rest = rest.without(path);
		}
		return rest;
	}

	/**
	 * The title, where this reader may read it; else the reference, so that there is
	 * always something to call it.
	 */
	public String title(PledgeReference reference, Answers answers, Reader reader) {
		String title = definition().readable(answers, reader).text("title");
		return title.isBlank() ? reference.value() : title;
	}

	/**
	 * Those of these places that this reader may read now, in words that can be stored
	 * beside what was made of them: where they are others later, it has to be made anew.
	 */
	public String shown(List<String> places, Reader reader) {
		return places.stream().filter(definition().readableBy(reader)::contains).collect(Collectors.joining(","));
	}

	/**
	 * What of the answers may be read by everyone: never the contact, whatever else the
	 * form comes to ask.
	 */
	public Answers publicAnswers(Answers answers) {
		Answers open = Answers.empty();
		for (FormSummary.Section section : definition()
			.summary(answers, context(Locale.ENGLISH, ZoneOffset.UTC), Reader.PUBLIC)
			.sections()) {
			for (FormSummary.Row row : section.rows()) {
				open = open.with(row.path(), answers.value(row.path()).orElse(null));
			}
		}
		return open;
	}

	private List<Option> optionsOf(String list, Locale language) {
		return vocabulary.terms(list, language).stream().map(term -> new Option(term.code(), term.label())).toList();
	}

}
