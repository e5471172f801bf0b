package org.calltolocalaction.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.calltolocalaction.testing.Costs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody wrote stands alone; what they quote and how they sign is folded. */
class FoldedTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "On Mon, 30 Nov 2026 at 10:02, Call to Local Action <desk@example.org> wrote:\n> Good day",
			"On Mon, 30 Nov 2026 at 10:02, Call to Local Action\n<desk@example.org> wrote:\n\nGood day",
			"El lun, 30 nov 2026 a las 10:02, Llamado (<desk@example.org>) escribió:\n> Buenos días",
			"Le lun. 30 nov. 2026 à 10:02, Appel <desk@example.org> a écrit\u00a0:\n> Bonjour",
			"Le lun. 30 nov. 2026 à 10:02, Appel\n<desk@example.org>\na écrit :\n\nBonjour",
			"Am 30.11.2026 um 10:02 schrieb Call <desk@example.org>:\n> Guten Tag",
			"-----Original Message-----\nFrom: Desk", "-----Mensaje original-----\nDe: Desk",
			"De : Appel <desk@example.org>\nEnvoyé : lundi 30 novembre 2026\nÀ : Ana\nObjet : Bonjour\n\nBonjour",
			"De: Llamado <desk@example.org>\nEnviado el: lunes\nPara: Ana\nAsunto: Hola\n\nHola",
			"Von: Call <desk@example.org>\nGesendet: Montag\nAn: Ana\nBetreff: Hallo\n\nHallo",
			"From: Call <desk@example.org>\nSent: Monday\nTo: Ana\nSubject: Hello\n\nHello", "> Good day\n> and more",
			"-- \nAna Pérez\nMayor", "Enviado desde mi iPhone", "Envoyé de mon iPhone", "Sent from my telephone" })
	void what_follows_a_usual_mark_is_folded(String quoted) {
		FoldedText text = FoldedText.of("Thank you, we agree.\n\n" + quoted);

		assertThat(text.own()).isEqualTo("Thank you, we agree.");
		assertThat(text.folded()).isEqualTo(quoted.strip());
	}

	@Test
	void who_answers_below_the_quote_is_read_too() {
		FoldedText text = FoldedText
			.of("On Monday at ten, Desk <d@example.org> wrote:\n> Good day\n> bye\n\nWe agree.");

		assertThat(text.own()).isEqualTo("We agree.");
		assertThat(text.folded()).startsWith("On Monday").endsWith("> bye");
	}

	@Test
	void answers_between_quoted_lines_stay_where_they_are() {
		String between = "> First question?\nYes.\n> Second question?\nNo.";

		assertThat(FoldedText.of(between)).isEqualTo(new FoldedText(between, ""));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "De: acuerdo", "On Monday I wrote to you about our centre.", "Le maire a écrit une lettre.",
					"El alcalde escribió: estamos de acuerdo", "5 > 3", "", "From: here we go on" })
	void plain_words_are_not_taken_for_marks(String words) {
		assertThat(FoldedText.of(words)).isEqualTo(new FoldedText(words, ""));
	}

	/** Each line was compared with all behind it, on each page that shows the mail. */
	@Test
	void a_long_quote_with_a_word_below_it_costs_little() throws Exception {
		String quote = ">\n".repeat(49_999);

		FoldedText text = Costs.within(100, 1, () -> FoldedText.of(quote + "\nYes"));

		assertThat(text.own()).endsWith("Yes");
		assertThat(text.somethingFolded()).isFalse();
	}

	@Test
	void where_nothing_else_is_left_all_of_it_is_shown() {
		assertThat(FoldedText.of("> only\n> quoted").own()).isEqualTo("> only\n> quoted");
	}

}
