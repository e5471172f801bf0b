package org.calltolocalaction.identity.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.post.OutgoingMail;
import org.calltolocalaction.post.PostOffice;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.ServerTrouble.Reached;
import org.calltolocalaction.post.ServerTrouble;
import org.calltolocalaction.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.support.StaticMessageSource;

/** Links while the mail server is in trouble. */
class PostSignInMailsTests {

	private static final Duration LIFETIME = Duration.ofMinutes(15);

	private static final long LONG = 10_000;

	private final PostOffice postOffice = mock(PostOffice.class);

	private final MutableClock clock = new MutableClock();

	private PostSignInMails mails;

	@BeforeEach
	void a_desk() {
		clock.set(Instant.parse("2026-11-29T10:00:00Z"));
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("identity.mail.subject", Locale.ENGLISH, "Sign in");
		messages.addMessage("identity.mail.greeting", Locale.ENGLISH, "Hello,");
		messages.addMessage("identity.mail.use", Locale.ENGLISH, "This link");
		messages.addMessage("identity.mail.once", Locale.ENGLISH, "is good for {0} minutes");
		messages.addMessage("identity.mail.ignore", Locale.ENGLISH, "or for nothing.");
		mails = new PostSignInMails(postOffice, mock(RefusedAddresses.class), mock(People.class), messages, clock,
				Duration.ofMillis(20));
	}

	@AfterEach
	void closes() throws InterruptedException {
		mails.finish();
	}

	@ParameterizedTest
	@EnumSource(value = Reached.class, names = { "NOBODY", "THE_SERVER" })
	void a_link_waits_for_the_server_as_long_as_it_helps_and_says_how_long_it_is_good_for_then(Reached reached) {
		ServerTrouble trouble = trouble(reached);
		int[] tries = { 0 };
		doAnswer(asked -> {
			if (tries[0]++ < 2) {
				clock.advance(Duration.ofMinutes(2));
				throw trouble;
			}
			return null;
		}).when(postOffice).send(any());

		ask();

		verify(postOffice, timeout(LONG).times(3)).send(any());
		ArgumentCaptor<OutgoingMail> sent = ArgumentCaptor.forClass(OutgoingMail.class);
		verify(postOffice, times(3)).send(sent.capture());
		assertThat(sent.getValue().text()).contains("for 11 minutes");
	}

	@Test
	void a_link_that_would_come_too_late_is_given_up() throws Exception {
		ServerTrouble trouble = trouble(Reached.THE_SERVER);
		doAnswer(asked -> {
			clock.advance(Duration.ofMinutes(4));
			throw trouble;
		}).when(postOffice).send(any());

		ask();

		verify(postOffice, timeout(LONG).times(3)).send(any());
		mails.finish();
		verifyNoMoreInteractions(postOffice);
	}

	@Test
	void nobody_gets_a_link_twice_who_may_have_it_already() throws Exception {
		CountDownLatch tried = new CountDownLatch(1);
		ServerTrouble trouble = trouble(Reached.THE_MAIL);
		doAnswer(asked -> {
			tried.countDown();
			throw trouble;
		}).when(postOffice).send(any());

		ask();

		tried.await();
		mails.finish();
		verify(postOffice).send(any());
	}

	@Test
	void whoever_asks_waits_for_nobody() throws Exception {
		CountDownLatch answer = new CountDownLatch(1);
		doAnswer(asked -> {
			answer.await();
			return null;
		}).when(postOffice).send(any());

		// More than are sent at once and more than may wait.
		for (int asked = 0; asked < 300; asked++) {
			ask();
		}

		answer.countDown();
		verify(postOffice, timeout(LONG).atLeast(200)).send(any());
	}

	private void ask() {
		mails.sendLink(new EmailAddress("ana@city.example"), URI.create("https://desk.example/link"), Locale.ENGLISH,
				clock.instant().plus(LIFETIME));
	}

	private static ServerTrouble trouble(Reached reached) {
		ServerTrouble trouble = mock(ServerTrouble.class);
		when(trouble.reached()).thenReturn(reached);
		return trouble;
	}

}
