package org.calltolocalaction.coordination.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * However many lines a list has, it finds what was asked: one that is read to its end and
 * sorted, one that is read in its order, and one by phrases.
 */
@WithoutProcess
class LongListTests {

	private static final String PLEDGES = """
			insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by, changed_at,
			changed_by, call_year, first_submitted_at, latest_revision, decision_note, version)
			select 'CLA-2996-' || lpad(number::text, 6, '0'), government_id, state, answers, draft_version, created_at, created_by,
			changed_at, changed_by, call_year, first_submitted_at, latest_revision, decision_note, version
			from pledge, generate_series(cast(? as integer), cast(? as integer)) as number where reference = ?""";

	private static final String LINES = """
			insert into coordination_pledge (edition, reference, step, state, timeliness, counts_for, government_id, government,
			government_order, country, section, title, title_order, language, first_submitted_at, submitted_on, changed_at,
			waits_for, waiting_since, due_at, mail_failed, search, kept_on)
			select edition, 'CLA-2996-' || lpad(number::text, 6, '0'), step, state, timeliness, counts_for, government_id, government,
			government_order, country, section, title, 'wells ' || md5(number::text), language, first_submitted_at, submitted_on,
			changed_at, waits_for, waiting_since - number * interval '1 minute', due_at, mail_failed, search, kept_on
			from coordination_pledge, generate_series(cast(? as integer), cast(? as integer)) as number where reference = ?""";

	@Autowired
	private Scene scene;

	@Autowired
	private ListPledges pledges;

	@Autowired
	private ListKeys keys;

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
	void a_list_that_is_counted_to_its_end_is_whole_and_in_its_order() {
		PledgeReference first = scene.underReview(oslo, "Wells", Map.of());
		like(first, 1, Listed.COUNTED - 1);
		Listed<PledgeLine> page = page("wells", 1);
		assertThat(page.found()).isEqualTo(Listed.COUNTED);
		assertThat(page.more()).isFalse();
		assertThat(turned("wells", page.pages())).hasSize(Listed.COUNTED)
			.isSortedAccordingTo(Comparator.comparing((PledgeLine line) -> line.waitingSince().orElseThrow()))
			.doesNotHaveDuplicates();
		assertThat(page("wells", 999)).isEqualTo(page("wells", 20));
	}

	@Test
	void a_longer_one_is_turned_in_the_same_order_as_far_as_it_is_counted() {
		PledgeReference first = scene.underReview(oslo, "Wells", Map.of());
		like(first, 1, Listed.COUNTED + 200);
		for (String typed : List.of("", "wells", "state:under-review")) {
			Listed<PledgeLine> page = page(typed, 1);
			assertThat(page.found()).isEqualTo(Listed.COUNTED);
			assertThat(page.more()).isTrue();
			assertThat(page.lines().get(0).reference().value()).isEqualTo("CLA-2996-001200");
			assertThat(turned(typed, page.pages())).hasSize(Listed.COUNTED)
				.isSortedAccordingTo(Comparator.comparing((PledgeLine line) -> line.waitingSince().orElseThrow()))
				.doesNotHaveDuplicates();
			assertThat(page(typed, 999)).isEqualTo(page(typed, 20));
		}
		assertThat(pledges.found(edition, query("wells"), coordinator)).isEqualTo(Listed.COUNTED);
	}

	@Test
	void what_nothing_meets_has_one_empty_page() {
		like(scene.underReview(oslo, "Wells", Map.of()), 1, 3);
		assertThat(page("fountains", 7)).isEqualTo(new Listed<PledgeLine>(List.of(), 1, 0, false));
	}

	@Test
	void a_phrase_is_found_where_its_words_stand_beside_each_other_and_nowhere_else() {
		PledgeReference together = scene.underReview(oslo, "Clean water for all: now", Map.of());
		PledgeReference around = scene.underReview(oslo, "Water clean", Map.of());
		PledgeReference apart = scene.underReview(oslo, "Clean, fresh water for all", Map.of());
		PledgeReference twice = scene.underReview(oslo, "Clean clean water", Map.of());
		assertThat(found("\"clean water\"")).containsExactlyInAnyOrder(together, twice);
		assertThat(found("\"water clean\"")).containsExactly(around);
		assertThat(found("\"CLEAN, Wáter for\"")).containsExactly(together);
		assertThat(found("\"water for all\"")).containsExactlyInAnyOrder(together, apart);
		assertThat(found("\"clean clean\"")).containsExactly(twice);
		assertThat(found("\"clean clean clean\"")).isEmpty();
		assertThat(found("\"all kommune oslo\"")).containsExactly(apart);
		assertThat(found("\"water\"")).hasSize(4);
		assertThat(found("\"wat\"")).isEmpty();
		assertThat(found("-\"clean water\"")).containsExactlyInAnyOrder(around, apart);
		assertThat(found("\"clean water\" OR \"water clean\" twice")).isEmpty();
		assertThat(found("\"clean water\" OR \"water clean\"")).containsExactlyInAnyOrder(together, twice, around);
	}

	@Test
	void a_phrase_follows_the_title() {
		PledgeReference reference = scene.underReview(oslo, "Clean water", Map.of());
		assertThat(found("\"clean water\"")).containsExactly(reference);
		scene.jdbc()
			.sql("update coordination_pledge set search = to_tsvector('simple', 'clean air') where reference = ?")
			.param(reference.value())
			.update();
		assertThat(found("\"clean water\"")).isEmpty();
		assertThat(found("\"clean air\"")).containsExactly(reference);
	}

	@Test
	void what_a_partner_has_to_do_soon_is_found_by_its_reviews() {
		PledgeReference reference = scene.underReview(oslo, "Wells", Map.of());
		PledgeReference reviewed = scene.underReview(oslo, "Wells, too", Map.of());
		scene.review(reviewed, "MMC", "APPROVE", "");
		scene.clock().set(page("", 1).lines().get(0).dueAt().orElseThrow().minus(Duration.ofDays(3)));
		assertThat(found("soon:MMC")).containsExactly(reference);
		assertThat(found("soon:IOM")).containsExactlyInAnyOrder(reference, reviewed);
		assertThat(found("soon:any -soon:MMC")).containsExactly(reviewed);
		assertThat(found("late:IOM")).isEmpty();
		scene.clock().advance(Duration.ofDays(4));
		assertThat(found("soon:IOM")).isEmpty();
		assertThat(found("late:MMC")).containsExactly(reference);
		assertThat(found("late:IOM -late:MMC")).containsExactly(reviewed);
	}

	private void like(PledgeReference reference, int from, int to) {
		pledges.found(edition, query(""), coordinator);
		for (String rows : List.of(PLEDGES, LINES)) {
			scene.jdbc().sql(rows).params(from, to, reference.value()).update();
		}
	}

	private List<PledgeLine> turned(String typed, int pages) {
		List<PledgeLine> lines = new ArrayList<>();
		for (int page = 1; page <= pages; page++) {
			lines.addAll(page(typed, page).lines());
		}
		return lines;
	}

	private Listed<PledgeLine> page(String typed, int page) {
		return pledges.page(edition, query(typed), ListOrder.WAITING, page, coordinator);
	}

	private List<PledgeReference> found(String typed) {
		return page(typed, 1).lines().stream().map(PledgeLine::reference).toList();
	}

	private SearchQuery query(String typed) {
		SearchQuery query = new SearchSyntax(keys.ofPledges(Locale.ENGLISH)).read(typed);
		assertThat(query.mistakes()).isEmpty();
		return query;
	}

}
