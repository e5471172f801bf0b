package org.calltolocalaction.reviews.judging.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.CommentRow;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.judging.JudgedPledge;
import org.calltolocalaction.reviews.judging.web.JudgingForm.CommentBox;
import org.calltolocalaction.reviews.judging.web.JudgingForm.Comments;
import org.calltolocalaction.reviews.judging.web.JudgingForm.CriterionRow;
import org.calltolocalaction.reviews.judging.web.JudgingForm.EarlierAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lays the form of a review out for the page on which it is filled in beside the pledge.
 * What it asks, and what is right, the form alone knows.
 */
@Component
class JudgingForms {

	private static final Map<String, Criterion> BY_KEY = Arrays.stream(Criterion.values())
		.collect(Collectors.toUnmodifiableMap(Criterion::key, criterion -> criterion));

	/** What folds the guidance on a page where it is not folded by its row already. */
	private static final Pattern UNFOLDED = Pattern.compile("</?details[^>]*>|<summary[^>]*>.*?</summary>",
			Pattern.DOTALL);

	private final ReviewForm form;

	private final People people;

	JudgingForms(ReviewForm form, People people) {
		this.form = form;
		this.people = people;
	}

	/**
	 * @param typed so far
	 * @param errors what is wrong with it
	 */
	JudgingForm of(Answers typed, List<FieldError> errors, FormContext context, JudgedPledge.Read read, Person reader) {
		FormView whole = form.definition().view(typed, errors, context);
		Parts parts = new Parts(whole);
		Optional<Before> before = before(read.earlier(), reader);
		Map<Criterion, String> names = form.names(context.locale());
		List<CriterionRow> criteria = parts.choices.entrySet()
			.stream()
			.map(asked -> row(names.get(asked.getKey()), asked.getKey(), asked.getValue(), parts,
					before.map(judged -> judged.earlier(asked.getKey(), asked.getValue())).orElse(null)))
			.toList();
		return new JudgingForm(whole, parts.introduction, criteria, parts.rest(),
				comments(typed, errors, read.summary()));
	}

	/** What the reader judged of an earlier version, or else a colleague of theirs. */
	private Optional<Before> before(List<Review> earlier, Person reader) {
		return earlier.stream()
			.max(Comparator.comparing((Review review) -> by(review, reader)).thenComparing(Review::revision))
			.map(review -> new Before(review,
					by(review, reader) ? null : people.person(review.completedBy().orElseThrow()).name()));
	}

	private static boolean by(Review review, Person reader) {
		return review.completedBy().filter(reader.id()::equals).isPresent();
	}

	private static CriterionRow row(@Nullable String name, Criterion criterion, FormView.Choices choices, Parts parts,
			@Nullable EarlierAnswer earlier) {
		return new CriterionRow(name == null ? choices.frame().label() : name, choices, parts.guidance.get(criterion),
				parts.comments.get(criterion), earlier);
	}

	private static Comments comments(Answers typed, List<FieldError> errors, FormSummary pledge) {
		Map<String, List<CommentBox>> at = new LinkedHashMap<>();
		pledge.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.forEach(row -> at.put(row.path(), new ArrayList<>()));
		List<CommentBox> elsewhere = new ArrayList<>();
		int count = 0;
		for (CommentRow row : CommentRow.of(typed)) {
			CommentBox box = box(count++, row.comment().path(), row.comment().text(), row.internal(), errors);
			Optional.ofNullable(at.get(box.answer())).orElse(elsewhere).add(box);
		}
		for (Map.Entry<String, List<CommentBox>> answer : at.entrySet()) {
			if (count < CommentRow.MOST) {
				answer.getValue().add(box(count++, answer.getKey(), "", false, List.of()));
			}
		}
		return new Comments(at, elsewhere, count);
	}

	private static CommentBox box(int number, String answer, String text, boolean internal, List<FieldError> errors) {
		String name = CommentRow.name(number);
		return new CommentBox(name, answer, text, internal,
				errors.stream().filter(error -> error.path().startsWith(name + ".")).findFirst().orElse(null));
	}

	/**
	 * A review of an earlier version.
	 *
	 * @param author null where it was the reader
	 */
	private record Before(Review review, @Nullable String author) {

		@Nullable EarlierAnswer earlier(Criterion criterion, FormView.Choices choices) {
			String code = review.answers().text(criterion.key());
			return choices.choices()
				.stream()
				.filter(choice -> choice.value().equals(code))
				.findFirst()
				.map(choice -> new EarlierAnswer(review.round(), choice.label(),
						review.answers().text(criterion.commentKey()), author))
				.orElse(null);
		}

	}

	/** The form, taken apart by what of it has a place of its own on the page. */
	private static final class Parts {

		private final FormView whole;

		private final Map<Criterion, FormView.Choices> choices = new LinkedHashMap<>();

		private final Map<Criterion, String> guidance = new LinkedHashMap<>();

		private final Map<Criterion, FormView.TextBox> comments = new LinkedHashMap<>();

		private final List<FormView.Section> others = new ArrayList<>();

		private String introduction = "";

		Parts(FormView whole) {
			this.whole = whole;
			whole.sections().forEach(this::take);
		}

		FormView rest() {
			return new FormView(whole.formId(), others, whole.errors(), whole.kept(), null, null);
		}

		private void take(FormView.Section section) {
			int before = choices.size();
			List<FormView.Item> left = section.items().stream().filter(item -> !takes(item)).toList();
			if (choices.size() > before) {
				introduction += left.stream().flatMap(Parts::words).collect(Collectors.joining());
				left = left.stream().filter(item -> words(item).findAny().isEmpty()).toList();
			}
			if (!left.isEmpty()) {
				others.add(new FormView.Section(section.id(), choices.size() > before ? null : section.title(), left));
			}
		}

		private boolean takes(FormView.Item item) {
			if (item instanceof FormView.Choices asked && BY_KEY.containsKey(asked.frame().name())) {
				choices.put(BY_KEY.get(asked.frame().name()), asked);
				return true;
			}
			return item instanceof FormView.Repeated list && list.name().equals(CommentRow.LIST)
					|| BY_KEY.values().stream().anyMatch(criterion -> belongs(item, criterion));
		}

		private boolean belongs(FormView.Item item, Criterion criterion) {
			if (item instanceof FormView.Words words && words.id().equals(criterion.key() + "Guidance")) {
				guidance.put(criterion, UNFOLDED.matcher(words.html()).replaceAll(""));
				return true;
			}
			if (item instanceof FormView.TextBox box && box.frame().name().equals(criterion.commentKey())) {
				comments.put(criterion, box);
				return true;
			}
			return false;
		}

		private static Stream<String> words(FormView.Item item) {
			return item instanceof FormView.Words words ? Stream.of(words.html()) : Stream.empty();
		}

	}

}
