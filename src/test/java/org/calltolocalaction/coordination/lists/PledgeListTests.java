package org.calltolocalaction.coordination.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.DiscardDraft;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Coordinators find an edition's pledges by whatever is known of them. */
@WithoutProcess
class PledgeListTests {

	@Autowired
	private Scene scene;

	@Autowired
	private ListPledges pledges;

	@Autowired
	private ListKeys keys;

	@Autowired
	private RebuildPledgeLines rebuild;

	@Autowired
	private LinesConsistency consistency;

	@Autowired
	private MoveDeadline moveDeadline;

	@Autowired
	private WithdrawPledge withdraw;

	@Autowired
	private DiscardDraft discard;

	@Autowired
	private CorrectProfile correct;

	@Autowired
	private Governments governments;

	private EditionYear edition;

	private Person coordinator;

	private Person oslo;

	@BeforeEach
	void an_open_call() {
		edition = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
	}

	@Test
	void a_submitted_pledge_is_in_the_list_of_its_edition_with_what_it_waits_for() {
		PledgeReference reference = scene.underReview(oslo, "A school for all", Map.of());
		PledgeLine line = only("school");
		assertThat(line.reference()).isEqualTo(reference);
		assertThat(line.step()).isEqualTo(Step.UNDER_REVIEW);
		assertThat(line.government()).isEqualTo("Kommune Oslo");
		assertThat(line.waitsFor()).contains(WaitsFor.PARTNERS);
		assertThat(line.waitingSince()).contains(scene.clock().instant());
		assertThat(line.openReviews()).extracting(review -> review.partner().value())
			.containsExactly("IOM", "MMC", "UCLG");
		assertThat(line.dueAt()).isPresent();
	}

	@Test
	void each_condition_finds_what_it_says_and_nothing_else() {
		PledgeReference slow = scene.underReview(oslo, "A slow one", Map.of());
		scene.clock().advance(Duration.ofDays(60));
		Person lima = scene.member("Municipalidad de Lima", "PE");
		PledgeReference fresh = scene.underReview(lima, "A fresh one", Map.of());
		scene.review(fresh, "MMC", "APPROVE", "");
		PledgeReference included = scene.included(lima, "A quick one", Map.of());
		assertThat(found("state:under-review")).containsExactlyInAnyOrder(slow, fresh);
		assertThat(found("state:included")).containsExactly(included);
		assertThat(found("partner:MMC")).containsExactly(slow);
		assertThat(found("partner:IOM")).containsExactlyInAnyOrder(slow, fresh);
		assertThat(found("partner:any -partner:MMC")).containsExactly(fresh);
		assertThat(found("late:any")).containsExactly(slow);
		assertThat(found("-late:any")).containsExactlyInAnyOrder(fresh, included);
		assertThat(found("partner:any")).containsExactlyInAnyOrder(slow, fresh);
		assertThat(found("-partner:any")).containsExactly(included);
		assertThat(found("late:UCLG")).containsExactly(slow);
		assertThat(found("soon:UCLG")).isEmpty();
		assertThat(found("reviewer:none")).containsExactlyInAnyOrder(slow, fresh);
		assertThat(found("waiting:>14d")).containsExactly(slow);
		assertThat(found("waiting:<14d")).containsExactly(fresh);
		assertThat(found("government:lima")).containsExactlyInAnyOrder(fresh, included);
		assertThat(found("government:\"de lima\" state:included")).containsExactly(included);
		assertThat(found("country:NO OR state:included")).containsExactlyInAnyOrder(slow, included);
		assertThat(found("submitted:=2033-05-01")).containsExactly(slow);
		assertThat(found("submitted:>2033-05-01")).containsExactlyInAnyOrder(fresh, included);
		assertThat(found("time:in-time")).hasSize(3);
		assertThat(found("report:blocked")).containsExactlyInAnyOrder(slow, fresh);
		assertThat(found("report:missed")).isEmpty();
		assertThat(found("mail:failed")).isEmpty();
		assertThat(found("slow noruega")).containsExactly(slow);
	}

	@Test
	void the_list_follows_whatever_happens_to_a_pledge() {
		PledgeReference reference = scene.underReview(oslo, "A pledge", Map.of());
		scene.review(reference, "IOM", "DECLINE", "");
		assertThat(only("").reviews()).filteredOn(PledgeLine.PartnerReview::open).hasSize(2);
		scene.decide().referToCoordinators(reference, DisagreementReason.CONFLICTING);
		assertThat(only("").waitsFor()).contains(WaitsFor.COORDINATORS);
		scene.decide().requestChanges(reference);
		scene.clock().advance(Duration.ofDays(2));
		assertThat(only("report:missed").waitingSince()).contains(Instant.parse("2033-05-01T12:00:00Z"));
		withdraw.withdraw(reference, "", oslo);
		assertThat(only("state:withdrawn").waitsFor()).isEmpty();
		assertThat(wrong()).isEmpty();
	}

	@Test
	void a_late_pledge_is_carried_over_in_one_edition_and_under_review_in_the_next() {
		scene.clock().set(Instant.parse("2033-10-02T13:30:00Z"));
		PledgeReference late = scene.underReview(oslo, "A late pledge", Map.of());
		assertThat(found("state:carried-over time:late")).containsExactly(late);
		scene.closeCall(edition);
		edition = scene.openCall(2034);
		assertThat(found("state:under-review")).containsExactly(late);
		edition = new EditionYear(2033);
		assertThat(only("state:carried-over").countsFor()).contains(new EditionYear(2034));
		assertThat(wrong()).isEmpty();
	}

	@Test
	void a_moved_deadline_moves_what_it_concerns() {
		scene.clock().set(Instant.parse("2033-10-02T13:30:00Z"));
		PledgeReference late = scene.underReview(oslo, "A late pledge", Map.of());
		assertThat(found("state:carried-over")).containsExactly(late);
		moveDeadline.move(edition, Scene.deadline("2033-10-05T12:00:00", 0), "A storm", coordinator);
		assertThat(found("state:carried-over")).isEmpty();
		assertThat(found("state:under-review time:in-time")).containsExactly(late);
		assertThat(wrong()).isEmpty();
	}

	@Test
	void a_corrected_name_is_found_by_the_new_one() {
		scene.underReview(oslo, "A pledge", Map.of());
		GovernmentProfile profile = new GovernmentProfile("Oslo kommune", "MUNICIPALITY", "NO", "EUROPE", "");
		correct.correct(governments.own(oslo).id(), profile, coordinator);
		assertThat(only("government:\"oslo kommune\"").government()).isEqualTo("Oslo kommune");
	}

	@Test
	void a_draft_is_listed_without_its_text_until_it_is_submitted_or_discarded() {
		int before = drafts("").found();
		PledgeReference draft = scene.begin().begin(Scene.answers("A secret plan"), oslo);
		assertThat(drafts("government:\"kommune oslo\"").lines()).singleElement()
			.satisfies(line -> assertThat(line.reference()).isEqualTo(draft))
			.satisfies(line -> assertThat(line.toString()).doesNotContain("secret"));
		assertThat(found("")).isEmpty();
		discard.discard(draft, oslo);
		assertThat(drafts("").found()).isEqualTo(before);
	}

	@Test
	void a_file_is_read_in_batches_that_miss_nothing() {
		PledgeReference first = scene.underReview(oslo, "One", Map.of());
		PledgeReference second = scene.underReview(oslo, "Two", Map.of());
		assertThat(next(Optional.empty())).containsExactly(first, second);
		assertThat(next(Optional.of(first))).containsExactly(second);
		assertThat(next(Optional.of(second))).isEmpty();
	}

	@Test
	void what_is_wrong_in_a_line_is_found_and_put_right() {
		PledgeReference reference = scene.underReview(oslo, "A pledge", Map.of());
		assertThat(found("state:under-review")).containsExactly(reference);
		scene.jdbc()
			.sql("update coordination_pledge set step = 'DECLINED' where reference = ?")
			.param(reference.value())
			.update();
		assertThat(wrong()).containsExactly(reference);
		rebuild.rebuild();
		assertThat(wrong()).isEmpty();
		assertThat(found("state:under-review")).containsExactly(reference);
	}

	@Test
	void nobody_but_coordinators_reads_the_lists() {
		assertThatThrownBy(() -> pledges.page(edition, query(""), ListOrder.DUE, 1, oslo))
			.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> pledges.drafts(query(""), ListOrder.GOVERNMENT, 1, oslo))
			.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> pledges.next(edition, query(""), Optional.empty(), oslo))
			.isInstanceOf(NotAllowed.class);
	}

	private List<PledgeReference> next(Optional<PledgeReference> after) {
		return pledges.next(edition, query(""), after, coordinator).stream().map(PledgeLine::reference).toList();
	}

	/** Other tests write rows past the use cases. */
	private List<PledgeReference> wrong() {
		return consistency.check().stream().filter(reference -> reference.value().startsWith("CLA-203")).toList();
	}

	private PledgeLine only(String typed) {
		List<PledgeLine> found = page(typed);
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	private List<PledgeReference> found(String typed) {
		for (ListOrder order : ListOrder.values()) {
			assertThat(pledges.page(edition, query(typed), order, 1, coordinator).lines())
				.containsExactlyInAnyOrderElementsOf(page(typed));
		}
		return page(typed).stream().map(PledgeLine::reference).toList();
	}

	private List<PledgeLine> page(String typed) {
		return pledges.page(edition, query(typed), ListOrder.REFERENCE, 1, coordinator).lines();
	}

	private Listed<DraftLine> drafts(String typed) {
		return pledges.drafts(new SearchSyntax(keys.ofDrafts(Locale.ENGLISH)).read(typed), ListOrder.GOVERNMENT, 1,
				coordinator);
	}

	private SearchQuery query(String typed) {
		SearchQuery query = new SearchSyntax(keys.ofPledges(Locale.ENGLISH)).read(typed);
		assertThat(query.mistakes()).isEmpty();
		return query;
	}

}
