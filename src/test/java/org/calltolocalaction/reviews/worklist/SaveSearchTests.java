package org.calltolocalaction.reviews.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Searches that reviewers name, keep and hand on to their team. */
@DeskTest
class SaveSearchTests {

	@Autowired
	Story story;

	@Autowired
	SaveSearch save;

	@Autowired
	SavedSearches searches;

	@Autowired
	AuditTrail audit;

	private final String name = "Search " + UUID.randomUUID();

	private Person rosa;

	private Person ben;

	@BeforeEach
	void two_of_one_team() {
		rosa = story.reviewer("UCLG", "Rosa" + UUID.randomUUID().toString().substring(0, 8));
		ben = story.reviewer("UCLG", "Ben");
	}

	@Test
	void is_ones_own_until_it_is_shared_with_the_team() {
		save.save(name, WorklistTab.MINE, "country:AR", WorklistOrder.TITLE, rosa);

		assertThat(names(ben)).doesNotContain(name);
		assertThat(saved()).satisfies(search -> {
			assertThat(search.tab()).isEqualTo(WorklistTab.MINE);
			assertThat(search.typed()).isEqualTo("country:AR");
			assertThat(search.order()).isEqualTo(WorklistOrder.TITLE);
		});

		save.share(saved().id(), rosa);
		assertThat(names(ben)).contains(name);
		assertThat(names(story.reviewer("MMC", "Mia"))).doesNotContain(name);

		save.unshare(saved().id(), rosa);
		assertThat(names(ben)).doesNotContain(name);
		assertThat(names(rosa)).contains(name);
	}

	@Test
	void that_it_was_shared_is_on_the_trail_once_and_so_is_the_end_of_it() {
		save.save(name, WorklistTab.ALL, "", WorklistOrder.DUE, rosa);
		SavedSearchId id = saved().id();

		save.share(id, rosa);
		save.share(id, rosa);
		save.remove(id, rosa);

		assertThat(audit.of(id)).extracting(RecordedEntry::kind).containsExactly("search.shared", "search.unshared");
		assertThat(names(ben)).doesNotContain(name);
	}

	@Test
	void a_colleague_can_neither_remove_nor_hide_it_though_it_is_shared() {
		save.save(name, WorklistTab.ALL, "", WorklistOrder.DUE, rosa);
		SavedSearchId id = saved().id();
		save.share(id, rosa);

		assertThatThrownBy(() -> save.remove(id, ben)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> save.unshare(id, ben)).isInstanceOf(NotFound.class);
		assertThat(names(ben)).contains(name);
	}

	@Test
	void a_name_used_again_stands_for_the_newer_search_and_stays_shared() {
		save.save(name, WorklistTab.ALL, "country:AR", WorklistOrder.DUE, rosa);
		save.share(saved().id(), rosa);

		save.save(" " + name + " ", WorklistTab.ALL, "country:CL", WorklistOrder.DUE, rosa);

		assertThat(saved().typed()).isEqualTo("country:CL");
		assertThat(names(ben)).containsOnlyOnce(name);
	}

	@Test
	void needs_a_name_a_reviewer_and_room() {
		assertThatThrownBy(() -> save.save("  ", WorklistTab.ALL, "", WorklistOrder.DUE, rosa))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> save.save("x".repeat(61), WorklistTab.ALL, "", WorklistOrder.DUE, rosa))
			.isInstanceOf(Refused.class);
		Person coordinator = story.coordinator();
		assertThatThrownBy(() -> save.save(name, WorklistTab.ALL, "", WorklistOrder.DUE, coordinator))
			.isInstanceOf(NotAllowed.class);

		IntStream.range(0, SaveSearch.MOST)
			.forEach(number -> save.save("Search " + number, WorklistTab.ALL, "", WorklistOrder.DUE, rosa));
		save.save("Search 3", WorklistTab.ALL, "again", WorklistOrder.DUE, rosa);
		assertThatThrownBy(() -> save.save("One more", WorklistTab.ALL, "", WorklistOrder.DUE, rosa))
			.isInstanceOf(Refused.class);
		assertThat(names(rosa)).doesNotContain("One more");
	}

	private SavedSearch saved() {
		return searches.offeredTo(rosa)
			.stream()
			.filter(search -> search.owner().equals(rosa.id()) && search.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private List<String> names(Person reader) {
		return searches.offeredTo(reader).stream().map(SavedSearch::name).toList();
	}

}
