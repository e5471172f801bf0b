package org.calltolocalaction.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.identity.web.NameController.NameForm;
import org.calltolocalaction.identity.web.NameController.NamePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** Who signs in for the first time is asked for a name, and goes on in any case. */
class NameControllerTests {

	private final UpdateProfile profiles = mock(UpdateProfile.class);

	private final NameController names = new NameController(profiles, mock(CurrentPerson.class));

	private final Person somebody = new Person(AccountId.of("00000000-0000-0000-0000-000000000001"), "ana@example.org",
			"ana@example.org", Locale.FRENCH, ZoneOffset.UTC, null, Optional.empty(), false, false);

	@Test
	void the_name_is_kept_and_the_page_that_was_wanted_opened() {
		assertThat(saves("Ana Pérez", "/pledges?q=a%20b").view()).isEqualTo("redirect:/pledges?q=a%20b");
		verify(profiles).introduce(somebody, "Ana Pérez", Locale.FRENCH, ZoneOffset.UTC);
	}

	@ParameterizedTest
	@CsvSource({ "'',identity.name.missing", "'  ',identity.name.missing",
			"write to x@example.org,identity.profile.name.link" })
	void what_is_no_name_is_said_beside_the_box(String name, String error) {
		Saved saved = saves(name, "/my");

		assertThat(saved.view()).isEqualTo("identity/name");
		assertThat(saved.errors().getFieldError("name").getCode()).isEqualTo(error);
		verify(profiles, never()).introduce(any(), any(), any(), any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "", "/my/name?to=/my/name" })
	void nobody_is_led_away_or_in_circles(String to) {
		ExtendedModelMap model = new ExtendedModelMap();

		names.ask(new NameForm(null, to), somebody, model);

		assertThat(((NamePage) model.get("page")).to()).isEqualTo("/my");
	}

	private record Saved(String view, BindingResult errors) {
	}

	private Saved saves(String name, String to) {
		NameForm form = new NameForm(name, to);
		BindingResult errors = new BeanPropertyBindingResult(form, "form");
		return new Saved(names.save(form, errors, somebody, new ExtendedModelMap(), new MockHttpServletRequest()),
				errors);
	}

}
