package org.calltolocalaction.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.identity.WaitingPage;
import org.calltolocalaction.kernel.operation.SecurityEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** Whoever signs in goes on to a page of the desk, whatever the request before said. */
class AfterSignInTests {

	private final CurrentPerson currentPerson = mock(CurrentPerson.class);

	private final RequestCache requests = mock(RequestCache.class);

	private final AfterSignIn afterSignIn = new AfterSignIn(currentPerson, requests, mock(UpdateProfile.class),
			new StaticListableBeanFactory().getBeanProvider(WaitingPage.class), mock(SecurityEvents.class));

	@ParameterizedTest
	@CsvSource({ "https://desk.example.org/my/pledges?check=true,/my/pledges?check=true",
			"https://evil.example/my/profile,/my/profile",
			"https://desk.example.org/pledges?q=a%20b,/pledges?q=a%20b" })
	void the_page_that_was_asked_for_is_opened_on_the_desk_itself(String asked, String opened) throws IOException {
		assertThat(after(asked)).isEqualTo(opened);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://desk.example.org//evil.example/x", "https://desk.example.org/%2Fevil.example",
			"https://desk.example.org/%5C%5Cevil.example", "//evil.example", "https:evil.example",
			"https://desk.example.org/a b", "https://desk.example.org/\\evil.example", "javascript:alert(1)", "",
			"https://desk.example.org/../%2e%2e//evil.example" })
	void what_is_no_page_of_the_desk_is_passed_over(String asked) throws IOException {
		assertThat(after(asked)).isEqualTo("/my");
	}

	@Test
	void a_page_that_is_not_for_this_person_is_passed_over() throws IOException {
		assertThat(after("https://desk.example.org/coordination")).isEqualTo("/my");
	}

	@Test
	void whoever_has_no_name_is_asked_for_it_on_the_way() throws IOException {
		assertThat(after("https://desk.example.org/pledges?q=a%20b&sort=title", "ana@example.org"))
			.isEqualTo("/my/name?to=%2Fpledges%3Fq%3Da%2520b%26sort%3Dtitle");
	}

	private String after(String asked) throws IOException {
		return after(asked, "Ana");
	}

	private String after(String asked, String name) throws IOException {
		Person ana = new Person(AccountId.of("00000000-0000-0000-0000-000000000001"), "ana@example.org", name,
				Locale.ENGLISH, ZoneOffset.UTC, null, Optional.empty(), false, false);
		Authentication authentication = new TestingAuthenticationToken(ana.id(), null);
		MockHttpServletRequest request = new MockHttpServletRequest();
		MockHttpServletResponse response = new MockHttpServletResponse();
		when(currentPerson.of(any(), any())).thenReturn(Optional.of(ana));
		when(requests.getRequest(request, response)).thenReturn(new SimpleSavedRequest(asked));

		afterSignIn.onAuthenticationSuccess(request, response, authentication);

		return response.getRedirectedUrl();
	}

}
