package org.calltolocalaction.notifications.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** What mails say is what was saved last, on every node. */
@DeskTest
class RememberedWordsTests {

	private static final TemplateId LIFTED = new TemplateId(MailTemplate.of(MailKind.SUSPENSION_LIFTED),
			Languages.FRENCH);

	private static final String PIECE = "suspensionLifted.work";

	private static final String KEY = MailPiece.PREFIX + PIECE;

	@Autowired
	private ChangeTemplate change;

	@Autowired
	private ReadTemplates read;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Story story;

	// Other tests read what the mail says of itself.
	@AfterEach
	void the_standard_text_is_back() {
		change.reset(LIFTED, seen(), "Only a test", story.coordinator());
	}

	@Test
	void another_node_says_the_new_words_once_it_has_looked_and_the_standard_ones_after_they_were_put_back()
			throws Exception {
		Looking database = new Looking(jdbc, json);
		RememberedWords other = new RememberedWords(database, transactions);
		assertThat(other.find(KEY, Languages.FRENCH)).isEmpty();
		change.word(LIFTED, seen(), Map.of(PIECE, "Tout est comme avant."), "Friendlier", story.coordinator());
		assertThat(other.find(KEY, Languages.FRENCH)).as("before it looks").isEmpty();
		assertThat(WordingWatch.PAUSE).isLessThanOrEqualTo(Duration.ofSeconds(2));

		WordingWatch watch = new WordingWatch(other);
		watch.begin(Duration.ofMillis(10));
		database.isLookedInto();
		Optional<PieceText> own = other.find(KEY, Languages.FRENCH);
		change.reset(LIFTED, seen(), "Too friendly", story.coordinator());
		database.isLookedInto();
		watch.stop();

		assertThat(own.map(text -> text.say(new Object[0], Languages.FRENCH))).contains("Tout est comme avant.");
		assertThat(other.find(KEY, Languages.FRENCH)).isEmpty();
		assertThat(other.find(KEY, Languages.SPANISH)).isEmpty();
	}

	private int seen() {
		return read.one(LIFTED, story.coordinator()).version();
	}

	/** Tells when a node has read from the beginning to the end since it was asked. */
	private static final class Looking extends TemplateVersions {

		private volatile CountDownLatch looks = new CountDownLatch(0);

		Looking(JdbcClient jdbc, JsonMapper json) {
			super(jdbc, json);
		}

		@Override
		Map<TemplateId, TemplateVersion> newest() {
			Map<TemplateId, TemplateVersion> newest = super.newest();
			looks.countDown();
			return newest;
		}

		// Of three looks the second began afterwards and is remembered.
		void isLookedInto() throws InterruptedException {
			looks = new CountDownLatch(3);
			assertThat(looks.await(10, TimeUnit.SECONDS)).isTrue();
		}

	}

}
