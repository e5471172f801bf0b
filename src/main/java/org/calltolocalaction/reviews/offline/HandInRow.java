package org.calltolocalaction.reviews.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Completes the review of one row, by the same use case and the same rules as the page
 * does.
 */
@Component
class HandInRow {

	private final CompleteReview complete;

	private final ReviewForm form;

	private final SheetQuestions questions;

	private final People people;

	private final MessageSource messages;

	HandInRow(CompleteReview complete, ReviewForm form, SheetQuestions questions, People people,
			MessageSource messages) {
		this.complete = complete;
		this.form = form;
		this.questions = questions;
		this.people = people;
		this.messages = messages;
	}

	/**
	 * Why nothing was recorded, in the reader's language; empty where the review is
	 * complete.
	 * @param together all rows of the sheet about the same pledge, or about none
	 */
	List<String> reasonsAgainst(FilledRow row, List<FilledRow> together, Person by, Locale language) {
		Optional<PledgeReference> reference = row.reference();
		if (!row.computed().isEmpty()) {
			return row.computed().stream().map(cell -> computed(cell, language)).toList();
		}
		if (reference.isEmpty() || !row.cell(SheetColumns.REVISION).matches("[1-9][0-9]{0,5}")) {
			return List.of(say("reviews.offline.row.unknown", language));
		}
		if (together.size() > 1) {
			String numbers = together.stream().map(each -> "" + each.number()).collect(Collectors.joining(", "));
			return List.of(say("reviews.offline.row.twice", language, numbers));
		}
		MultiValueMap<String, String> posted = new LinkedMultiValueMap<>();
		List<String> misread = read(row, posted, language);
		return misread.isEmpty() ? complete(reference.get(), row, form.definition().bind(posted), by, language)
				: misread;
	}

	private String computed(FilledRow.Computed cell, Locale language) {
		String column = questions.in(language)
			.stream()
			.filter(question -> question.name().equals(cell.key()))
			.findFirst()
			.map(SheetQuestion::label)
			.orElseGet(() -> say("reviews.offline.column." + cell.key().substring(1), language));
		return say("reviews.offline.row.computed", language, column, cell.address());
	}

	private List<String> complete(PledgeReference reference, FilledRow row, Answers answers, Person by,
			Locale language) {
		try {
			return reasons(complete.complete(reference, Integer.parseInt(row.cell(SheetColumns.REVISION)), answers, by),
					language);
		}
		catch (Refused refused) {
			return List.of(say(refused.messageKey(), language, refused.arguments()));
		}
		catch (NotFound notTheirs) {
			return List.of(say("reviews.offline.row.unknown", language));
		}
	}

	/**
	 * Takes the row as a browser would have sent the form; returns what in it is none of
	 * the choices.
	 */
	private List<String> read(FilledRow row, MultiValueMap<String, String> posted, Locale language) {
		List<String> misread = new ArrayList<>();
		for (SheetQuestion question : questions.in(language)) {
			String typed = row.cell(question.name());
			if (typed.isEmpty()) {
				continue;
			}
			Optional<String> answer = question.choices().isEmpty() ? Optional.of(typed) : code(question.name(), typed);
			answer.ifPresentOrElse(code -> posted.add(question.name(), code),
					() -> misread.add(say("reviews.offline.row.no-choice", language, question.label(), typed)));
		}
		return misread;
	}

	/**
	 * The sheet may have been downloaded in another language than the page is read in
	 * now.
	 */
	private Optional<String> code(String name, String typed) {
		return Languages.ALL.stream()
			.flatMap(language -> questions.in(language).stream())
			.filter(question -> question.name().equals(name))
			.flatMap(question -> question.code(typed).stream())
			.findFirst();
	}

	private List<String> reasons(CompleteReview.Result result, Locale language) {
		return result.fold(completed -> List.of(),
				incomplete -> incomplete.errors().stream().map(error -> messages.getMessage(error, language)).toList(),
				notRecorded -> List.of(reason(notRecorded, language)));
	}

	/** In words of a sheet, whose row does not show again what was typed. */
	private String reason(CompleteReview.NotRecorded notRecorded, Locale language) {
		if (notRecorded instanceof CompleteReview.CompletedBy other) {
			return say("reviews.offline.row.completed", language, name(other.colleague()));
		}
		if (notRecorded instanceof CompleteReview.TakenBy other) {
			return say("reviews.offline.row.taken", language, name(other.colleague()));
		}
		if (notRecorded instanceof CompleteReview.NotWaitedFor) {
			return say("reviews.offline.row.not-waited-for", language);
		}
		throw new IllegalStateException("A row of a sheet says why it was not recorded, but not of " + notRecorded);
	}

	private String name(AccountId colleague) {
		return people.person(colleague).name();
	}

	private String say(String key, Locale language, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}

}
