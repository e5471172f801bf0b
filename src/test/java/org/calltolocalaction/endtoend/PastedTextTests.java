package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.coordination.ImportEarlierPledges;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Text as people paste it: from Word, a web page, a sheet, a messenger. It is kept, and
 * never keeps anything else back.
 */
@DeskTest
class PastedTextTests {

	private static final String LONG = "What the city does, in whole sentences, until it is long enough. ".repeat(6);

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private Governments governments;

	@Autowired
	private OpenAccount accounts;

	@Autowired
	private People people;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private ImportEarlierPledges importEarlier;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "\u000b", "\u0085", "\u001b", "\ufeff", "\u200e", "\u00ad" })
	void the_name_of_a_government_may_hold_anything_and_holds_what_can_be_seen(String unseen) {
		Visitor ana = visitors.signedIn(somebody());
		String city = "City " + UUID.randomUUID();
		ana.opens("/my/government/new");

		Page page = ana.sends("/my/government/new", government(" \u00a0" + city + unseen + " X"));

		assertThat(page.path()).isEqualTo("/my/government");
		assertThat(governments.named(city + " X", "AR")).map(government -> government.name()).contains(city + " X");
	}

	@Test
	void the_same_government_is_recognised_however_its_name_was_pasted() {
		String city = "Tromsø " + UUID.randomUUID();
		Visitor ana = visitors.signedIn(somebody());
		ana.opens("/my/government/new");
		ana.sends("/my/government/new", government(city));
		Visitor ben = visitors.signedIn(somebody());
		ben.opens("/my/government/new");

		ben.sends("/my/government/new", government("TROM\u00adSO\u0338\u00a0\u2009" + city.substring(7) + "\u200b"));
		ben.sends("/my/government/new", government("Tromso" + city.substring(6)));

		assertThat(jdbc.sql("select count(*) from government where name ilike ?")
			.param("trom%" + city.substring(7) + "%")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void a_member_corrects_name_and_profile_with_pasted_text() {
		Person member = story.unconfirmedMemberOf("Kampala");
		Visitor ana = visitors.signedIn(member);
		String city = "Kampala " + UUID.randomUUID();
		ana.opens("/my/profile");
		assertThat(ana
			.sends("/my/profile",
					Map.of("name", "Ana\u0000\u000bPe\u0301rez\u202e", "language", "en", "zone", "Africa/Kampala"))
			.status()).isEqualTo(200);
		ana.opens("/my/government/profile");
		assertThat(ana
			.sends("/my/government/profile",
					Map.of("name", city + "\u0000", "type", "MUNICIPALITY", "country", "UG", "region", "AFRICA",
							"website", "\u200bwww.exam\u00adple.org\u00a0"))
			.path()).isEqualTo("/my/government");

		assertThat(people.person(member.id()).name()).isEqualTo("Ana Pérez");
		assertThat(governments.named(city, "UG").orElseThrow().website()).isEqualTo("https://www.example.org");
	}

	@Test
	void reasons_and_names_of_searches_are_kept_without_what_no_database_takes() {
		EditionYear year = story.anOpenEdition();
		Visitor rosa = visitors.signedIn(story.reviewer("UCLG", "Rosa" + UUID.randomUUID()));
		String search = "Late " + UUID.randomUUID();
		rosa.opens("/reviews");
		assertThat(rosa
			.sends("/reviews/searches", Map.of("name", search + "\u0000\u000bones", "tab", "all", "q", "due:overdue"))
			.status()).isEqualTo(200);
		assertThat(jdbc.sql("select count(*) from saved_search where name = ?")
			.param(search + " ones")
			.query(Long.class)
			.single()).isOne();

		Visitor coordinator = visitors.signedIn(story.coordinator());
		coordinator.opens("/coordination/editions/" + year + "/criteria");
		coordinator.sends("/coordination/editions/" + year + "/criteria", Map.of("version", "1", "weights[CONCRETE]",
				"1", "reason", "One\u0000 line\u000band\r\nanother\u2028one"));
		assertThat(reason(year, "edition.criteria-chosen")).isEqualTo("One line\nand\nanother\none");
	}

	@Test
	void a_review_is_reopened_for_a_pasted_reason() {
		story.anOpenEdition();
		PledgeReference reference = story.aPledgeUnderReviewBy(story.memberOf("Kampala"));
		story.allJudge(reference, "APPROVE");
		Visitor coordinator = visitors.signedIn(story.coordinator());
		String address = "/coordination/pledges/" + reference + "/reviews/UCLG/reopen";
		coordinator.opens(address);

		coordinator.sends(address, Map.of("reason", "Of\u0000 another\u000bpledge"));

		assertThat(reason(reference, "review.reopened")).contains("Of another\npledge");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "", "99999999999999999999", "-1", "\u0000" })
	void a_hidden_number_that_is_none_changes_nothing_and_is_no_failure(String version) {
		EditionYear year = story.aSharedCall();
		Visitor coordinator = visitors.signedIn(story.coordinator());
		coordinator.opens("/coordination/editions/" + year + "/criteria");
		int before = trail.of(year).size();

		Page page = coordinator.sends("/coordination/editions/" + year + "/criteria",
				Map.of("version", version, "weights[CONCRETE]", "1", "reason", "Because"));

		assertThat(page.status()).isEqualTo(409);
		assertThat(trail.of(year)).hasSize(before);
	}

	@Test
	void what_word_makes_of_shift_and_enter_is_a_line_break_and_the_whole_part_is_saved() {
		story.aSharedCall();
		Person member = story.memberOf("Kampala");
		PledgeReference draft = story.aDraftBy(member);
		Visitor ana = visitors.signedIn(member);
		String page = ana.opens("/my/pledges/" + draft + "/sections/action").text();
		Map<String, String> typed = new LinkedHashMap<>(hidden(page));
		typed.put("title", "Two\u000bcentres\u0000");
		typed.put("summary", pasted("pasted-from-word.txt") + "\u0007" + LONG);
		typed.put("expectedImpact", "Co\u0301rdoba\u2028and\u0085more");

		Page answer = ana.sends("/my/pledges/" + draft + "/sections/action", typed);

		assertThat(answer.status()).isEqualTo(200);
		Answers saved = story.pledge(draft).answers();
		assertThat(saved.text("title")).isEqualTo("Two centres");
		assertThat(saved.text("summary")).startsWith(
				"The city opens two centres.\nSecond line after Shift+Enter in Word.\n" + LONG.substring(0, 20));
		assertThat(saved.text("expectedImpact")).isEqualTo("Córdoba\nand\nmore");
	}

	@Test
	void what_saves_itself_is_kept_alike() {
		story.aSharedCall();
		Person member = story.memberOf("Kampala");
		PledgeReference draft = story.aDraftBy(member);
		Visitor ana = visitors.signedIn(member);
		Map<String, String> typed = new LinkedHashMap<>(
				hidden(ana.opens("/my/pledges/" + draft + "/sections/action").text()));
		typed.put("title", "A\u0000\u000btitle");
		typed.put("summary", pasted("pasted-from-word.txt"));

		Page answer = ana.sends("/my/pledges/" + draft + "/sections/action/autosave", typed);

		assertThat(answer.text()).contains("\"saved\":true");
		assertThat(story.pledge(draft).answers().text("title")).isEqualTo("A title");
	}

	@Test
	void a_reference_is_understood_as_it_comes_out_of_a_mail_or_a_document() {
		assertThat(PledgeReference.parse("\u00a0cla\u2011２０２７–0042\u200b "))
			.contains(new PledgeReference("CLA-2027-0042"));
		assertThat(EditionYear.parse("\u200e2027\u00a0")).contains(new EditionYear(2027));
	}

	@Test
	void a_row_of_an_import_is_taken_without_what_cannot_be_shown() {
		String city = "City " + UUID.randomUUID();
		String row = """
				{"pledges": [{"government": "%s\\u0000\\u00a0X", "governmentType": "MUNICIPALITY\\u200b", "country": "NO", "region": "EUROPE",
				"edition": 2019, "language": "en", "title": "Two\\u000b centres\\ud800", "description": "One\\u000btwo\\r\\nthree", "stage": "FULFILLED",
				"start": "2018-06-01\\u00a0"}]}"""
			.formatted(city);

		assertThat(importEarlier.load(row.getBytes(StandardCharsets.UTF_8), story.coordinator()).refusals()).isEmpty();

		assertThat(governments.named(city + " X", "NO")).isPresent();
		assertThat(jdbc
			.sql("select title from submitted_words join government on government.id = government_id where name = ?")
			.param(city + " X")
			.query(String.class)
			.single()).isEqualTo("Two centres");
	}

	private String reason(Record about, String kind) {
		return trail.of(about)
			.stream()
			.filter(entry -> entry.kind().equals(kind))
			.map(entry -> entry.personal().get("reason").toString())
			.reduce((one, last) -> last)
			.orElseThrow();
	}

	private Person somebody() {
		return accounts.of(EmailAddress.parse("p." + UUID.randomUUID() + "@example.org").orElseThrow(), Locale.ENGLISH);
	}

	private static Map<String, String> government(String name) {
		return Map.of("name", name, "type", "MUNICIPALITY", "country", "AR", "region", "", "website", "");
	}

	private static Map<String, String> hidden(String page) {
		Map<String, String> hidden = new LinkedHashMap<>();
		for (String name : new String[] { "version", "page" }) {
			hidden.put(name,
					page.replaceFirst("(?s).*<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\".*", "$1"));
		}
		return hidden;
	}

	private static String pasted(String file) {
		try {
			return new String(PastedTextTests.class.getResourceAsStream("/text/" + file).readAllBytes(),
					StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
