package org.calltolocalaction.reviews.judgement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormDefinitions;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Option;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/**
 * The form on which a partner judges a pledge: it asks what the review's edition wants to
 * know.
 */
@Component
public class ReviewForm {

	private static final Set<String> COMMENTS = Arrays.stream(Criterion.values())
		.map(Criterion::commentKey)
		.collect(Collectors.toUnmodifiableSet());

	private final FormDefinitions forms;

	private final PledgeForm pledgeForm;

	private final EditionCriteria criteria;

	private final Clock clock;

	ReviewForm(FormDefinitions forms, PledgeForm pledgeForm, EditionCriteria criteria, Clock clock) {
		this.forms = forms;
		this.pledgeForm = pledgeForm;
		this.criteria = criteria;
		this.clock = clock;
	}

	public FormDefinition definition() {
		return forms.form("partner-review");
	}

	/**
	 * What the form needs to be shown to, or checked for, this reader of a review on a
	 * page of this language.
	 */
	public FormContext context(Review review, Revision judged, Person reader, Locale language) {
		return context(review,
				pledgeForm.definition()
					.summary(judged.answers(), pledgeForm.context(language, reader.zone()), Reader.PARTNER),
				reader, language);
	}

	/** The same for a page that shows the pledge's answers anyway. */
	public FormContext context(Review review, FormSummary judged, Person reader, Locale language) {
		List<Option> answers = judged.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.map(row -> new Option(row.path(), row.label()))
			.toList();
		return new FormContext(language, Map.of("pledgeAnswers", answers, "criteria", options(criteriaOf(review))),
				LocalDate.now(clock.withZone(reader.zone())));
	}

	/**
	 * The judgement as this reader may have it. To a criterion that nobody commented on
	 * there is nothing to read.
	 */
	public FormSummary summary(Answers judgement, FormContext context, Reader reader) {
		FormSummary whole = definition().summary(judgement, context, reader);
		return new FormSummary(whole.formId(),
				whole.sections()
					.stream()
					.map(section -> new FormSummary.Section(section.id(), section.title(),
							section.rows().stream().filter(ReviewForm::saysSomething).toList()))
					.toList(),
				whole.changeAddress());
	}

	/**
	 * How the pledge does by the criteria under which it was judged; nothing before it
	 * is.
	 */
	public Optional<ReviewScore> score(Review review) {
		return review.completed() ? ReviewScore.of(criteriaOf(review), review.answers()) : Optional.empty();
	}

	/** Every criterion that at least one of these reviews is made by. */
	public Set<Criterion> criteriaOf(Collection<Review> reviews) {
		return reviews.stream()
			.flatMap(review -> criteriaOf(review).weights().keySet().stream())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Criterion.class)));
	}

	/** What each criterion is called, in the order in which they are asked. */
	public Map<Criterion, String> names(Locale language) {
		FormContext everything = new FormContext(language, Map.of("pledgeAnswers", List.of(), "criteria",
				Arrays.stream(Criterion.values()).map(ReviewForm::option).toList()), LocalDate.now(clock));
		Map<String, String> labels = definition().summary(Answers.empty(), everything, Reader.AUTHOR)
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.collect(Collectors.toMap(FormSummary.Row::path, FormSummary.Row::label));
		Map<Criterion, String> names = new EnumMap<>(Criterion.class);
		Arrays.stream(Criterion.values()).forEach(criterion -> names.put(criterion, labels.get(criterion.key())));
		return names;
	}

	private Criteria criteriaOf(Review review) {
		return criteria.version(review.criteriaEdition(), review.criteriaVersion());
	}

	private static List<Option> options(Criteria criteria) {
		return criteria.weights().keySet().stream().map(ReviewForm::option).toList();
	}

	private static Option option(Criterion criterion) {
		return new Option(criterion.name(), criterion.name());
	}

	private static boolean saysSomething(FormSummary.Row row) {
		return !COMMENTS.contains(row.path()) || !row.answer().values().isEmpty();
	}

}
