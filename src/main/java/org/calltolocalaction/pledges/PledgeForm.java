package org.calltolocalaction.pledges;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.BrokenForm;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormDefinitions;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Option;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.vocabulary.Term;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** The pledge's form together with the vocabularies that its lists are made of. */
@Component
public class PledgeForm {

	/**
	 * What a new draft holds before anybody typed, beside what the form itself has
	 * standing there.
	 */
	public static final Set<String> FILLED_IN_FOR_THEM = Set.of(PledgeQuestion.LANGUAGE.key(),
			PledgeQuestion.CONTACT_NAME.key(), PledgeQuestion.CONTACT_EMAIL.key());

	private static final List<String> LISTS = List.of("languages", "beneficiaries", "contributions", "gcmObjectives",
			"gcrObjectives", "priorityObjectives", "sdgs");

	private final FormDefinitions forms;

	private final Vocabulary vocabulary;

	private final Clock clock;

	private final Map<Locale, Map<String, List<Option>>> options;

	PledgeForm(FormDefinitions forms, Vocabulary vocabulary, Clock clock) {
		this.forms = forms;
		this.vocabulary = vocabulary;
		this.clock = clock;
		this.options = Languages.ALL.stream()
			.collect(Collectors.toMap(language -> language, language -> LISTS.stream()
				.collect(Collectors.toMap(list -> list, list -> optionsOf(list, language)))));
		requireEveryQuestion();
	}

	// A form that does not ask what the desk relies upon is found when it starts, not
	// when somebody submits.
	private void requireEveryQuestion() {
		List<String> asked = definition().paths();
		for (PledgeQuestion question : PledgeQuestion.values()) {
			if (!asked.contains(question.key())) {
				throw new BrokenForm(definition().id(), null,
						"has to ask “%s”, because the desk works with its answer".formatted(question.key()));
			}
		}
	}

	public FormDefinition definition() {
		return forms.form("pledge");
	}

	/**
	 * What the form needs to be shown to, or checked for, a reader of this language in
	 * this zone.
	 */
	public FormContext context(Locale language, ZoneId zone) {
		return new FormContext(language, options.getOrDefault(Languages.nearest(language), Map.of()),
				LocalDate.now(clock.withZone(zone)));
	}

	/**
	 * Whether the answers are a whole pledge; what was not asked is left out of the
	 * cleaned answers.
	 */
	public Validation validate(Answers answers, Locale language, ZoneId zone) {
		return definition().validate(answers, context(language, zone));
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
		String title = new PledgeContent(definition().readable(answers, reader)).title();
		return title.isBlank() ? reference.value() : title;
	}

	/**
	 * Those of these questions whose answers this reader may read now, in words that can
	 * be stored beside what was made of them: where they are others later, it has to be
	 * made anew.
	 */
	public String shown(List<PledgeQuestion> questions, Reader reader) {
		return questions.stream()
			.filter(question -> readable(question, reader))
			.map(PledgeQuestion::key)
			.collect(Collectors.joining(","));
	}

	/** Whether this reader may read the answer now. */
	public boolean readable(PledgeQuestion question, Reader reader) {
		return definition().readableBy(reader).contains(question.key());
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
		return vocabulary.terms(list, language).stream().map(term -> option(list, term, language)).toList();
	}

	private Option option(String list, Term term, Locale language) {
		List<String> names = Stream
			.concat(vocabulary.alsoCalled(list, term.code(), language).stream(),
					vocabulary.numbers(list, term.code()).stream())
			.toList();
		// Words of a tag, such as “Services”, say too little of what goes by no number.
		return term.number().isEmpty() || term.shortLabel().equals(term.label())
				? new Option(term.code(), term.label(), term.label(), null, names) : new Option(term.code(),
						term.label(), term.shortLabel(), term.label().substring(term.number().length()), names);
	}

}
