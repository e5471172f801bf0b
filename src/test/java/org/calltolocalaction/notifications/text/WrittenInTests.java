package org.calltolocalaction.notifications.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.site.AllTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenInTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "How many people is it for? Please say by when. | en",
					"¿Para cuántas personas es? Indique los plazos con más detalle, por favor. | es",
					"Combien de personnes sont concernées ? Veuillez préciser dans le budget. | fr" })
	void a_text_says_its_language_whoever_wrote_it(String written, String language) {
		for (Locale author : Languages.ALL) {
			assertThat(WrittenIn.of(written, Optional.of(author))).contains(Locale.forLanguageTag(language));
		}
	}

	@Test
	void where_it_does_not_it_is_that_of_its_author_or_nobodys() {
		assertThat(WrittenIn.of("OK.", Optional.of(Languages.FRENCH))).contains(Languages.FRENCH);
		assertThat(WrittenIn.of("OK.", Optional.empty())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en | Comment: | Comment (in French):",
			"es | Comentario: | Comentario (en francés):", "fr | Commentaire\u00a0: | Commentaire\u00a0:" })
	void a_reader_of_another_language_is_told(String reader, String heading, String told) {
		MailText mail = new MailText(
				new MailMessages(AllTexts.asSaid(), (key, language) -> Optional.empty(), Locale.forLanguageTag(reader)),
				null, URI.create("https://desk.example.org"));

		mail.quote(heading, "Merci pour votre engagement, les objectifs sont clairs.");

		assertThat(mail.body()).startsWith(told + "\n\n> Merci");
	}

}
