package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.coordination.figures.EditionFigures;
import org.calltolocalaction.coordination.figures.NotYetPledged;
import org.calltolocalaction.coordination.figures.ReadEditionFigures;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Which governments pledged earlier and not yet now is known without reading their
 * pledges, whatever happens to these.
 */
@WithoutProcess
class GovernmentPresenceTests {

	/** Out of the lines themselves. */
	private static final String MADE_OF = """
			select section, government_id, edition, count(*) from coordination_pledge
			where edition > 0 and step not in ('WITHDRAWN', 'DECLINED') group by section, government_id, edition""";

	@Autowired
	private Scene scene;

	@Autowired
	private NotYetPledged notYet;

	@Autowired
	private ReadEditionFigures figures;

	@Autowired
	private WithdrawPledge withdraw;

	@Autowired
	private Governments governments;

	@Autowired
	private CorrectProfile correct;

	private Person coordinator;

	private Person oslo;

	private Person bergen;

	@BeforeEach
	void two_governments_with_a_pledge_in_one_edition() {
		EditionYear first = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
		bergen = scene.member("Bergen kommune", "NO");
		scene.included(oslo, "One", Map.of());
		scene.included(bergen, "Another", Map.of());
		scene.closeCall(first);
	}

	@AfterEach
	void what_is_kept_is_what_the_lines_say() {
		missing(2033);
		assertThat(scene.jdbc().sql("table coordination_presence except (" + MADE_OF + ")").query().listOfRows())
			.isEmpty();
		assertThat(scene.jdbc().sql(MADE_OF + " except table coordination_presence").query().listOfRows()).isEmpty();
		assertThat(scene.jdbc()
			.sql("""
					select section, government, first, last from coordination_government except
					select section, government, min(edition), max(edition) from coordination_presence group by section, government""")
			.query()
			.listOfRows()).isEmpty();
	}

	@Test
	void nobody_is_missing_from_the_first_edition_and_both_are_from_the_next() {
		int before = missing(2033);
		scene.openCall(2034);
		assertThat(missing(2033)).isEqualTo(before);
		assertThat(missing(2034)).isEqualTo(before + 2);
		assertThat(named(2034)).containsSubsequence("Bergen kommune", "Kommune Oslo");
	}

	@Test
	void one_that_pledges_is_there_until_its_last_pledge_is_withdrawn() {
		scene.openCall(2034);
		int before = missing(2034);
		PledgeReference one = scene.underReview(oslo, "One more", Map.of());
		PledgeReference other = scene.underReview(oslo, "And another", Map.of());
		assertThat(missing(2034)).isEqualTo(before - 1);
		assertThat(named(2034)).contains("Bergen kommune").doesNotContain("Kommune Oslo");
		withdraw.withdraw(one, "", oslo);
		assertThat(missing(2034)).isEqualTo(before - 1);
		withdraw.withdraw(other, "", oslo);
		assertThat(missing(2034)).isEqualTo(before);
		assertThat(named(2034)).contains("Bergen kommune", "Kommune Oslo");
	}

	@Test
	void one_that_came_back_later_is_still_missing_from_the_edition_between() {
		EditionYear between = scene.openCall(2034);
		scene.underReview(bergen, "Every year", Map.of());
		scene.closeCall(between);
		scene.openCall(2035);
		scene.underReview(oslo, "Back", Map.of());
		assertThat(named(2034)).contains("Kommune Oslo").doesNotContain("Bergen kommune");
		assertThat(named(2035)).contains("Bergen kommune").doesNotContain("Kommune Oslo");
		assertThat(notYet.page(new EditionYear(2035), "EUROPE", 1, coordinator).lines())
			.filteredOn(government -> government.name().equals("Bergen kommune"))
			.singleElement()
			.satisfies(government -> assertThat(government.last()).isEqualTo(new EditionYear(2034)));
	}

	@Test
	void a_corrected_one_is_listed_by_its_new_name_where_it_is_now() {
		scene.openCall(2034);
		int before = missing(2034);
		correct.correct(governments.own(oslo).id(),
				new GovernmentProfile("Aker kommune", "MUNICIPALITY", "NO", "EUROPE", ""), coordinator);
		assertThat(named(2034)).containsSubsequence("Aker kommune", "Bergen kommune").doesNotContain("Kommune Oslo");
		correct.correct(oslo, new GovernmentProfile("Aker kommune", "MUNICIPALITY", "NO", "AFRICA", ""), "");
		assertThat(missing(2034)).isEqualTo(before - 1);
		assertThat(named(2034)).doesNotContain("Aker kommune");
	}

	/** As the edition's page counts them. */
	private int missing(int year) {
		EditionYear edition = new EditionYear(year);
		// The figures write the lines of what this transaction has done.
		long counted = figures.of(scene.editions().edition(edition), coordinator)
			.sections()
			.stream()
			.filter(section -> section.section().equals("EUROPE"))
			.mapToLong(EditionFigures.SectionFigures::notYet)
			.sum();
		assertThat(notYet.page(edition, "EUROPE", 1, coordinator).found()).isEqualTo(counted);
		return (int) counted;
	}

	private List<String> named(int year) {
		figures.of(scene.editions().edition(new EditionYear(year)), coordinator);
		return notYet.page(new EditionYear(year), "EUROPE", 1, coordinator)
			.lines()
			.stream()
			.map(NotYetPledged.Government::name)
			.toList();
	}

}
