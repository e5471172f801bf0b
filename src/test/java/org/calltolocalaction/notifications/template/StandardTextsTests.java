package org.calltolocalaction.notifications.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.site.AllTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;

/** What mails say by themselves can be said by a template. */
class StandardTextsTests {

	private final MessageSource messages = AllTexts.asSaid();

	private final StandardTexts standards = new StandardTexts(messages);

	static Stream<Locale> languages() {
		return Languages.ALL.stream();
	}

	@ParameterizedTest
	@MethodSource("languages")
	void a_standard_text_as_a_template_says_what_the_standard_text_says(Locale language) {
		List<String> different = new ArrayList<>();
		for (MailPiece piece : StandardTexts.pieces()) {
			PieceText template = PieceText.of(piece, standards.of(piece, language));
			for (int count : List.of(0, 1, 2, 12_000)) {
				Object[] arguments = arguments(piece, count);
				String said = messages.getMessage(piece.key(), arguments, language);
				if (!template.say(arguments, language).equals(said)) {
					different.add(piece.key() + " of " + count + ": " + template.say(arguments, language));
				}
			}
		}

		assertThat(StandardTexts.pieces()).hasSizeGreaterThan(300);
		assertThat(different).isEmpty();
	}

	@Test
	void each_text_of_mails_belongs_to_one_template() {
		List<String> keys = MailTemplate.all()
			.stream()
			.flatMap(template -> template.pieces().stream())
			.map(MailPiece::key)
			.toList();

		assertThat(keys).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(StandardTexts.pieces().stream().map(MailPiece::key).toList());
	}

	@Test
	void the_mails_of_each_kind_say_something_and_their_subject_first() {
		assertThat(MailTemplate.all()).filteredOn(template -> template.kind().isPresent())
			.filteredOn(template -> template.pieces().isEmpty())
			.isEmpty();
		assertThat(MailTemplate.of("receipt").pieces().get(0).name()).isEqualTo("receipt.subject");
	}

	@Test
	void the_placeholders_of_a_text_have_each_a_name_of_its_own() {
		assertThat(StandardTexts.pieces()).allSatisfy(piece -> assertThat(piece.names()).doesNotHaveDuplicates());
	}

	private static Object[] arguments(MailPiece piece, int count) {
		int places = piece.placeholders().stream().mapToInt(Placeholder::place).max().orElse(-1) + 1;
		Object[] arguments = new Object[places];
		for (int place = 0; place < places; place++) {
			String kind = piece.at(place).map(Placeholder::kind).orElse("unused");
			arguments[place] = switch (kind) {
				case "count" -> count;
				case "count1" -> Math.max(1, count);
				case "many" -> Math.max(2, count);
				default -> kind + " {{" + place + "}} {0} <&> it’s";
			};
		}
		return arguments;
	}

}
