package org.calltolocalaction.editions.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.KnownPartners;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.PartnerNames;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What pages call a partner is what was committed last, on every node. */
@DeskTest
class RememberedPartnersTests {

	@Autowired
	private NamePartner name;

	@Autowired
	private ClosePartner close;

	@Autowired
	private Partners partners;

	@Autowired
	private Vocabulary vocabulary;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Story story;

	private PartnerCode code;

	@BeforeEach
	void a_partner_that_was_added() {
		code = story.somePartnerCode();
		name.add(code, named("Before"), story.coordinator());
	}

	// Other tests offer all that are active.
	@AfterEach
	void which_is_offered_to_nobody_else() {
		close.close(code, story.coordinator());
	}

	@Test
	void on_the_node_where_it_was_changed_the_name_is_another_at_once() {
		name.correct(code, named("After"), story.coordinator());

		assertThat(label(vocabulary, Languages.SPANISH)).startsWith("After").endsWith("(es)");
	}

	@Test
	void whoever_changes_it_sees_it_before_the_others_and_what_is_undone_is_never_remembered() {
		new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
			name.correct(code, named("Undone"), story.coordinator());
			close.close(code, story.coordinator());
			assertThat(label(vocabulary, Languages.ENGLISH)).startsWith("Undone");
			assertThat(vocabulary.activePartners()).doesNotContain(code);
			transaction.setRollbackOnly();
		});

		assertThat(label(vocabulary, Languages.ENGLISH)).startsWith("Before");
		assertThat(vocabulary.activePartners()).contains(code);
	}

	@Test
	void a_transaction_within_another_sees_what_is_committed() {
		TransactionTemplate another = new TransactionTemplate(transactions);
		another.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
		new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
			name.correct(code, named("Undone"), story.coordinator());
			another
				.executeWithoutResult(inner -> assertThat(label(vocabulary, Languages.ENGLISH)).startsWith("Before"));
			transaction.setRollbackOnly();
		});
	}

	@Test
	void on_another_node_it_is_another_once_that_has_looked() throws Exception {
		CountDownLatch looked = new CountDownLatch(2);
		RememberedPartners other = new RememberedPartners(partners, transactions) {
			@Override
			synchronized KnownPartners readAnew() {
				KnownPartners read = super.readAnew();
				looked.countDown();
				return read;
			}
		};
		other.now();
		name.correct(code, named("After"), story.coordinator());
		assertThat(other.now()).isSameAs(other.now());
		assertThat(PartnerWatch.PAUSE).isLessThanOrEqualTo(Duration.ofSeconds(2));

		PartnerWatch watch = new PartnerWatch(other);
		watch.begin(Duration.ofMillis(10));
		assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
		watch.stop();

		assertThat(other.now().called(code, Languages.ENGLISH)).contains("After " + code);
	}

	@Test
	void of_two_who_add_one_by_the_same_code_one_is_told() throws Exception {
		PartnerCode another = story.somePartnerCode();
		List<Boolean> added = AtOnce.allAtOnce(2, () -> {
			try {
				name.add(another, named("One"), story.coordinator());
				return true;
			}
			catch (Refused taken) {
				return false;
			}
		});
		close.close(another, story.coordinator());

		assertThat(added).containsExactlyInAnyOrder(true, false);
	}

	@Test
	void who_is_closed_is_not_chosen_by_whoever_opens_a_call_at_that_moment() {
		close.close(code, story.coordinator());

		assertThatThrownBy(() -> new TransactionTemplate(transactions)
			.executeWithoutResult(transaction -> partners.requireActive(List.of(new PartnerCode("UCLG"), code))))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("partner-not-offered")
			.hasMessageContaining(code.value())
			.hasMessageNotContaining("UCLG");
	}

	private String label(Vocabulary words, Locale language) {
		return words.label(Vocabulary.PARTNERS, code.value(), language);
	}

	// Nobody else is called so, whatever the tests before left.
	private PartnerNames named(String name) {
		String own = name + " " + code;
		return new PartnerNames(own, own + " (es)", own + " (fr)", "", "", "");
	}

}
