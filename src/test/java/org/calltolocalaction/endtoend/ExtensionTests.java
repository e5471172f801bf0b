package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.coordination.ExtendCall;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.CallStatus;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.editions.extension.EndExtension;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.reports.Inclusion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One government or one pledge gets more time: it counts as on time until the very second
 * at which that ends, and for nobody else anything changes. Each test begins just after
 * the call has closed.
 */
class ExtensionTests extends NextEditionTest {

	@Autowired
	ExtendCall extend;

	@Autowired
	EndExtension endExtension;

	@Autowired
	Extensions extensions;

	@Autowired
	ConfirmContents confirm;

	@Autowired
	CallPolicy callPolicy;

	@Autowired
	Governments governments;

	@Test
	void what_a_government_submits_by_its_extension_is_on_time_in_the_last_second_and_late_in_the_next() {
		PledgeReference last = story.aDraftBy(member);
		PledgeReference late = story.aDraftBy(member);
		Extension extension = extended(government(member), clock.instant().plus(Duration.ofDays(5)));

		clock.set(extension.until().instant().plusMillis(999));
		SubmitPledge.Submitted onTime = story.submit(last, member);
		clock.set(extension.until().instant().plusSeconds(1));
		SubmitPledge.Submitted tooLate = story.submit(late, member);

		assertThat(onTime.receipt().timeliness()).isEqualTo(Timeliness.EXTENDED);
		assertThat(onTime.receipt().countsFor()).isEqualTo(Placement.in(year));
		assertThat(tooLate.receipt().timeliness()).isEqualTo(Timeliness.LATE);
		assertThat(tooLate.receipt().countsFor()).isEqualTo(Placement.next(year.next()));
	}

	@Test
	void it_stands_in_the_report_as_extended_and_its_receipt_says_so() {
		PledgeReference draft = story.aDraftBy(member);
		extended(Holder.pledge(draft.value()), clock.instant().plus(Duration.ofDays(5)));
		story.submit(draft, member);
		jobs.run(draft);
		story.allJudge(draft, "APPROVE");

		assertThat(inclusions.find(draft)).map(Inclusion::edition).contains(year);
		assertThat(inclusions.find(draft)).map(Inclusion::reason).contains(PlacementReason.EXTENDED);
		assertThat(told(draft, MailKind.RECEIPT)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("arrived within an extension for the " + year));
	}

	@Test
	void nobody_else_gets_more_time_and_a_pledges_extension_is_no_other_pledges() {
		PledgeReference draft = story.aDraftBy(member);
		PledgeReference other = story.aDraftBy(member);
		PledgeReference elsewhere = story.aDraftBy(story.memberOf("Quito"));
		extended(Holder.pledge(draft.value()), clock.instant().plus(Duration.ofDays(5)));

		assertThat(callPolicy.statusNow(story.pledge(draft).holders()).countsFor()).isEqualTo(Placement.in(year));
		assertThat(callPolicy.statusNow(story.pledge(other).holders()).late()).isTrue();
		assertThat(callPolicy.statusNow(story.pledge(elsewhere).holders()).late()).isTrue();
		assertThat(callPolicy.statusNow().late()).isTrue();
	}

	@Test
	void of_two_extensions_at_once_the_longer_counts() {
		PledgeReference draft = story.aDraftBy(member);
		Instant longer = clock.instant().plus(Duration.ofDays(9));
		extended(government(member), clock.instant().plus(Duration.ofDays(2)));
		extended(Holder.pledge(draft.value()), longer);

		CallStatus status = callPolicy.statusNow(story.pledge(draft).holders());
		assertThat(status.extended()).isTrue();
		assertThat(status.deadline().instant()).isEqualTo(longer);
		clock.advance(Duration.ofDays(4));
		assertThat(callPolicy.statusNow(story.pledge(draft).holders()).late()).isFalse();
		assertThat(callPolicy.statusNow(Set.of(government(member))).late()).isTrue();
	}

	@Test
	void an_extension_holds_while_the_next_call_is_open_already() {
		PledgeReference draft = story.aDraftBy(member);
		extended(government(member), clock.instant().plus(Duration.ofDays(400)));
		EditionYear next = opens(year.next());

		SubmitPledge.Submitted submitted = story.submit(draft, member);
		Person quito = story.memberOf("Quito");
		SubmitPledge.Submitted others = story.submit(story.aDraftBy(quito), quito);

		assertThat(submitted.receipt().countsFor()).isEqualTo(Placement.in(year));
		assertThat(others.receipt().countsFor()).isEqualTo(Placement.in(next));
	}

	@Test
	void a_pledge_that_was_late_is_on_time_by_an_extension_that_is_granted_afterwards_as_foreseen() {
		PledgeReference accepted = aLateAcceptedPledge();
		PledgeReference underReview = story.aPledgeUnderReviewBy(member);
		assertThat(placeOf(accepted).known()).isFalse();
		Extension extension = until(government(member), clock.instant().plus(Duration.ofDays(1)));

		ExtendCall.Forecast forecast = extend.ifGranted(extension, story.coordinator());
		assertThat(forecast.moved()).contains(accepted, underReview);
		assertThat(grant(extension)).isTrue();
		jobs.run(accepted);

		assertThat(inclusions.find(accepted)).map(Inclusion::edition).contains(year);
		assertThat(placeOf(underReview)).isEqualTo(Placement.in(year));
		assertThat(told(accepted, MailKind.PLACEMENT_RESTORED)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("an extension was granted"));
		assertThat(told(underReview, MailKind.PLACE_CHANGED)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("an extension was granted"));
	}

	@Test
	void where_something_else_would_follow_than_was_shown_nothing_is_done() {
		Extension extension = until(government(member), clock.instant().plus(Duration.ofDays(1)));
		String foreseen = extend.ifGranted(extension, story.coordinator()).fingerprint();
		story.aPledgeUnderReviewBy(member);

		assertThat(extend.grant(extension, "A storm", foreseen, story.coordinator())).isFalse();
		assertThat(extensions.of(year)).isEmpty();
	}

	@Test
	void a_moved_deadline_keeps_extensions() {
		PledgeReference draft = story.aDraftBy(member);
		Extension extension = extended(government(member), clock.instant().plus(Duration.ofDays(5)));
		story.submit(draft, member);

		story.moveDeadline(year, clock.instant().minus(Duration.ofDays(20)));

		assertThat(placeOf(draft)).isEqualTo(Placement.in(year));
		assertThat(extensions.running(year, clock.instant())).extracting(one -> one.extension().id())
			.containsExactly(extension.id());
	}

	@Test
	void the_contents_wait_for_the_last_extension() {
		Extension extension = extended(government(member), clock.instant().plus(Duration.ofDays(5)));

		assertThatThrownBy(this::confirms).isInstanceOf(Refused.class).hasMessageContaining("extension-runs");
		clock.set(extension.until().instant());
		assertThatThrownBy(this::confirms).isInstanceOf(Refused.class).hasMessageContaining("extension-runs");
		clock.set(extension.until().instant().plusSeconds(1));
		confirms();

		assertThat(editions.edition(year).state()).isEqualTo(EditionState.CONFIRMED);
		assertThatThrownBy(
				() -> extend.ifGranted(until(government(member), clock.instant().plusSeconds(60)), story.coordinator()))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("extension-none");
	}

	@Test
	void an_extension_that_is_ended_keeps_what_was_submitted_by_it_and_gives_nothing_more() {
		PledgeReference before = story.aDraftBy(member);
		PledgeReference after = story.aDraftBy(member);
		Extension extension = extended(government(member), clock.instant().plus(Duration.ofDays(5)));
		story.submit(before, member);
		clock.advance(Duration.ofHours(1));

		assertThat(extend.ifEnded(extension, story.coordinator()).drafts()).isEqualTo(1);
		endExtension.end(extension.id(), "They asked for it", story.coordinator());
		clock.advance(Duration.ofSeconds(1));

		assertThat(placeOf(before)).isEqualTo(Placement.in(year));
		assertThat(story.submit(after, member).receipt().timeliness()).isEqualTo(Timeliness.LATE);
		assertThatThrownBy(() -> endExtension.end(extension.id(), "Again", story.coordinator()))
			.isInstanceOf(Refused.class);
		story.allJudge(before, "APPROVE");
		confirms();
	}

	@Test
	void who_has_one_is_told_and_reminded_and_told_of_its_end() {
		PledgeReference draft = story.aDraftBy(member);
		Extension extension = extended(Holder.pledge(draft.value()), clock.instant().plus(Duration.ofDays(10)));
		assertThat(told(draft, MailKind.EXTENDED)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("A storm", "Your deadline", draft.value()));

		clock.set(extension.until().instant().minus(Duration.ofDays(2)).plusSeconds(1));
		jobs.run(extension.id());
		assertThat(told(draft, MailKind.EXTENSION_REMINDER)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains(draft.value(), "ends soon"));

		endExtension.end(extension.id(), "They asked for it", story.coordinator());
		assertThat(told(draft, MailKind.EXTENSION_ENDED)).extracting(LoggedMail::body)
			.singleElement()
			.asString()
			.contains("They asked for it", "stays on time");
	}

	@Test
	void nobody_is_reminded_who_has_nothing_to_submit() {
		PledgeReference draft = story.aDraftBy(member);
		Extension extension = extended(Holder.pledge(draft.value()), clock.instant().plus(Duration.ofDays(10)));
		story.submit(draft, member);

		clock.set(extension.until().instant().minus(Duration.ofDays(2)).plusSeconds(1));
		jobs.run(extension.id());

		assertThat(told(draft, MailKind.EXTENSION_REMINDER)).isEmpty();
	}

	@Test
	void an_extension_gives_more_time_than_there_is_and_is_for_what_needs_it() {
		PledgeReference onTime = story.aDraftBy(member);
		Person coordinator = story.coordinator();
		Instant deadline = editions.edition(year).deadline().endOfGrace();
		assertThatThrownBy(() -> extend.ifGranted(until(government(member), deadline), coordinator))
			.isInstanceOf(Refused.class);
		Extension nineDays = extended(government(member), clock.instant().plus(Duration.ofDays(9)));
		assertThatThrownBy(() -> extend.ifGranted(until(government(member), nineDays.until().instant()), coordinator))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("extension-longer");
		story.submit(onTime, member);
		assertThat(story.pledge(onTime).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		assertThatThrownBy(() -> extend
			.ifGranted(until(Holder.pledge(onTime.value()), clock.instant().plus(Duration.ofDays(20))), coordinator))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("of-no-use");
	}

	@Test
	void an_opening_is_not_taken_back_from_under_an_extension() {
		extended(government(member), clock.instant().plus(Duration.ofDays(5)));

		assertThat(takeBackCall.possible(editions.edition(year))).isFalse();
		assertThatThrownBy(() -> takesBack(year)).isInstanceOf(Refused.class).hasMessageContaining("opening-extended");
	}

	private void confirms() {
		confirm.confirm(year, "Every decision is there", confirm.forecast(year, story.coordinator()).fingerprint(),
				story.coordinator());
	}

	private Holder government(Person person) {
		return Holder.government(governments.actedForBy(person.id()).orElseThrow().id().value());
	}

	private Extension until(Holder holder, Instant end) {
		Deadline everybodys = editions.edition(year).deadline();
		return Extension.granted(year, holder, Deadline.at(end.atZone(everybodys.zone()), Duration.ZERO));
	}

	private Extension extended(Holder holder, Instant end) {
		Extension extension = until(holder, end);
		assertThat(grant(extension)).isTrue();
		return extension;
	}

	private boolean grant(Extension extension) {
		return extend.grant(extension, "A storm", extend.ifGranted(extension, story.coordinator()).fingerprint(),
				story.coordinator());
	}

}
