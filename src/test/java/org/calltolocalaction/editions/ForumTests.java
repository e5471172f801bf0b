package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.calltolocalaction.kernel.text.Languages;
import org.junit.jupiter.api.Test;

class ForumTests {

	@Test
	void a_reader_gets_its_name_in_their_language() {
		Forum forum = new Forum("Global Refugee Forum", "Foro Mundial sobre los Refugiados",
				"Forum mondial sur les réfugiés");

		assertThat(forum.in(Languages.SPANISH)).isEqualTo("Foro Mundial sobre los Refugiados");
		assertThat(forum.in(Locale.CANADA_FRENCH)).isEqualTo("Forum mondial sur les réfugiés");
		assertThat(forum.in(Locale.GERMAN)).isEqualTo("Global Refugee Forum");
	}

	@Test
	void where_a_language_has_none_the_first_that_has_one_serves() {
		assertThat(Forum.named("GFMD").in(Languages.FRENCH)).isEqualTo("GFMD");
		assertThat(new Forum("", " Foro ", "").in(Languages.ENGLISH)).isEqualTo("Foro");
		assertThat(new Forum("", "Foro", "").own(Languages.ENGLISH)).isEmpty();
	}

	@Test
	void one_that_is_not_known_yet_says_so() {
		assertThat(Forum.NOT_KNOWN_YET.known()).isFalse();
		assertThat(Forum.NOT_KNOWN_YET.in(Languages.ENGLISH)).isEmpty();
		assertThat(new Forum("", "", "Forum").known()).isTrue();
	}

}
