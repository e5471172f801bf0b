package org.calltolocalaction.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As whom people get mail, and who may not have it any more. */
class AddresseeTests {

	/**
	 * A new kind of mail is put into this table by whoever makes it, wherever it stands
	 * among the others.
	 */
	@Test
	void each_kind_of_mail_says_itself_to_whom_it_is() {
		assertThat(to(Addressee.MEMBERS)).containsExactlyInAnyOrder(MailKind.RECEIPT, MailKind.CHANGES_REQUESTED,
				MailKind.CHANGES_REMINDER, MailKind.REVIVED, MailKind.ACCEPTED, MailKind.DECLINED,
				MailKind.CARRIED_OVER, MailKind.PLACEMENT_RESTORED, MailKind.PLACE_CHANGED, MailKind.INCLUDED,
				MailKind.REVIEWED_AGAIN, MailKind.DEADLINE_REMINDER, MailKind.DEADLINE_MOVED, MailKind.CALL_CLOSED,
				MailKind.EXTENDED, MailKind.EXTENSION_REMINDER, MailKind.EXTENSION_ENDED, MailKind.LEFT_OUT,
				MailKind.WITHDRAWN, MailKind.UNPUBLISHED, MailKind.PUBLISHED_AGAIN, MailKind.SIGNED_OFF,
				MailKind.MEMBER_JOINED, MailKind.MEMBER_LEFT, MailKind.PLEDGES_REMINDER, MailKind.COORDINATORS_MESSAGE,
				MailKind.GOVERNMENT_CONFIRMED, MailKind.GOVERNMENT_ASKED, MailKind.GOVERNMENT_REFUSED,
				MailKind.GOVERNMENTS_MERGED, MailKind.GOVERNMENT_CLOSED, MailKind.GOVERNMENT_REOPENED,
				MailKind.GOVERNMENT_CORRECTED, MailKind.GOVERNMENT_CHANGE_REFUSED);
		assertThat(to(Addressee.REVIEWERS)).containsExactlyInAnyOrder(MailKind.REVIEW_WAITING, MailKind.REVIEW_OVERDUE,
				MailKind.OPEN_REVIEWS, MailKind.OUTSTANDING_REVIEWS, MailKind.REVIEWS_GIVEN, MailKind.REVIEWS_MOVED_ON,
				MailKind.REVIEWS_REMINDER, MailKind.STAND_IN, MailKind.NEW_REVIEW_REQUESTED, MailKind.ABSENCE_ENTERED,
				MailKind.ABSENCE_ENDED, MailKind.REVIEW_CALLED_OFF, MailKind.PARTNER_ADDED, MailKind.PARTNER_RELEASED,
				MailKind.WORK_REMINDER);
		assertThat(to(Addressee.LEADS)).containsExactly(MailKind.REVIEW_STILL_OVERDUE);
		assertThat(to(Addressee.COORDINATORS)).containsExactlyInAnyOrder(MailKind.REVIEW_ESCALATED,
				MailKind.DECISION_WAITING, MailKind.WITHDRAWAL, MailKind.CONSENT_CHANGED,
				MailKind.JOIN_REQUEST_UNANSWERED);
		assertThat(to(Addressee.WHO_LETS_IN)).containsExactlyInAnyOrder(MailKind.JOIN_REQUESTED,
				MailKind.JOIN_REQUEST_REMINDER);
		assertThat(to(Addressee.DISCUSSANTS)).containsExactly(MailKind.MENTIONED);
		assertThat(to(Addressee.ANYBODY)).containsExactlyInAnyOrder(MailKind.INVITATION, MailKind.MEMBER_REMOVED,
				MailKind.DIGEST, MailKind.TOGETHER, MailKind.OPENING_TAKEN_BACK, MailKind.JOIN_AGREED,
				MailKind.JOIN_REFUSED, MailKind.ROLE_GIVEN, MailKind.SUSPENDED, MailKind.SUSPENSION_LIFTED);
	}

	/**
	 * As above: whoever makes a kind thinks of what it quotes. An extension is told by
	 * the reference alone, and so are drafts in what coordinators write.
	 */
	@Test
	void each_kind_of_mail_says_itself_whether_it_may_quote_a_draft() {
		assertThat(MailKind.values()).filteredOn(MailKind::speaksOfDrafts)
			.containsExactlyInAnyOrder(MailKind.SIGNED_OFF, MailKind.DEADLINE_REMINDER, MailKind.DEADLINE_MOVED,
					MailKind.EXTENSION_REMINDER, MailKind.DIGEST);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "MEMBERS, government:a, government:a, true",
			"MEMBERS, government:a, -, false", "MEMBERS, government:a, government:b, false",
			"MEMBERS, government:a, coordinator:desk, false", "MEMBERS, -, government:a, false",
			"REVIEWERS, partner:MMC, partner:MMC, true", "REVIEWERS, partner:MMC, partner:IOM, false",
			"REVIEWERS, partner:MMC, government:a, false", "REVIEWERS, partner:MMC lead:MMC, lead:MMC, false",
			"LEADS, partner:MMC lead:MMC, partner:MMC lead:MMC, true",
			"LEADS, partner:MMC lead:MMC, partner:MMC, false", "LEADS, partner:MMC, partner:MMC, true",
			"LEADS, partner:MMC lead:MMC, partner:IOM lead:IOM, false",
			"COORDINATORS, coordinator:desk, coordinator:desk, true",
			"COORDINATORS, coordinator:desk, partner:MMC, false",
			"DISCUSSANTS, partner:MMC coordinator:desk, partner:MMC, true",
			"DISCUSSANTS, partner:MMC, coordinator:desk, false", "WHO_LETS_IN, government:a, government:a, true",
			"WHO_LETS_IN, government:a, coordinator:desk, false",
			"WHO_LETS_IN, coordinator:desk, coordinator:desk, true", "ANYBODY, -, -, true" })
	void who_is_no_longer_what_a_mail_was_for_does_not_get_it(Addressee addressee, String then, String now,
			boolean reached) {
		assertThat(addressee.stillReaches(addressee.of(Capacity.parse(then)), Capacity.parse(now))).isEqualTo(reached);
	}

	@Test
	void what_a_person_is_can_be_stored_and_read_again() {
		Capacity all = new Capacity(Set.of("partner:MMC", "lead:MMC", "government:a"));
		assertThat(Capacity.parse(all.toString())).isEqualTo(all);
		assertThat(Capacity.parse(null).words()).isEmpty();
	}

	private static Set<MailKind> to(Addressee addressee) {
		return Arrays.stream(MailKind.values())
			.filter(kind -> kind.addressee() == addressee)
			.collect(Collectors.toSet());
	}

}
