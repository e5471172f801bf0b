package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.SuggestSetup;
import org.calltolocalaction.editions.partner.ClosePartner;
import org.calltolocalaction.editions.partner.NamePartner;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.rounds.ChangePartners;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.PartnerNames;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Coordinators say who can review and what they are called, and every page follows.
 */
@WithoutProcess
class PartnerRegisterTests {

	private static final PartnerCode ICLEI = new PartnerCode("ICLEI");

	private static final PartnerCode MMC = new PartnerCode("MMC");

	private static final String REGISTER = "/coordination/partners";

	private static final String HOSTILE = "<b id=\"typed\">We</b> {0} ${7*7} & <script>alert(1)</script>";

	@Autowired
	private Scene scene;

	@Autowired
	private NamePartner name;

	@Autowired
	private ClosePartner close;

	@Autowired
	private OpenEdition openEdition;

	@Autowired
	private SuggestSetup suggestSetup;

	@Autowired
	private ChangePartners change;

	@Autowired
	private Vocabulary vocabulary;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	private EditionYear year;

	private Person coordinator;

	@BeforeEach
	void an_open_call() {
		year = scene.openCall(2033);
		coordinator = scene.coordinator();
	}

	@Test
	void a_partner_is_added_by_its_names_in_three_languages_and_offered_from_then_on() throws Exception {
		sent(REGISTER,
				Map.of("code", "iclei", "english", "Local Governments for Sustainability", "spanish",
						"Gobiernos Locales por la Sustentabilidad", "french",
						"Les gouvernements locaux pour la durabilité", "shortEnglish", "ICLEI"))
			.andExpect(redirectedUrl(REGISTER));

		mvc.perform(get(REGISTER + "?lang=es").with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("Gobiernos Locales por la Sustentabilidad"),
					containsString("Código: ICLEI"))));
		shows("/coordination/editions/" + year + "/partners", "Local Governments for Sustainability",
				"/partners/ICLEI/add");
		shows("/coordination/people", "Reviewer for ICLEI");
		scene.closeCall(year);
		shows("/coordination/editions/new", "Local Governments for Sustainability");
		assertThat(vocabulary.shortLabel(Vocabulary.PARTNERS, "ICLEI", Locale.FRENCH))
			.isEqualTo("Les gouvernements locaux pour la durabilité");
		assertThat(trail.of(ICLEI)).singleElement().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("partner.added");
			assertThat(entry.who()).contains(coordinator.id().value());
			assertThat(entry.facts())
				.isEqualTo(Map.of("changed", List.of("english", "spanish", "french", "shortEnglish")));
		});
		shows("/coordination/trail?q=kind:partner.added", "Partner added to this site",
				"Local Governments for Sustainability");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "code | | The code must be 2 to 12 letters", "code | X1 | The code must be",
			"code | IOM | This code (IOM) is in use already", "code | any | This code (ANY) is in use already",
			"english | | Enter the name in English", "french | | Enter the name in French",
			"shortSpanish | Ayuntamientos y Regiones del Mundo | The name must be 30 characters or fewer (you have 34)",
			"shortFrench | oim | Another partner (IOM) already has one of these names" })
	void what_is_wrong_is_said_beside_its_field_and_everything_typed_is_kept(String box, String typed, String said)
			throws Exception {
		sent(REGISTER,
				changed(Map.of("code", "ICLEI", "english", "Sustainable places", "spanish", "Lugares", "french",
						"Des lieux", "shortFrench", "DL"), box, typed))
			.andExpect(status().isOk())
			.andExpect(content()
				.string(allOf(containsString(said), containsString("There is a problem"), containsString("Lugares"))));
		assertThat(vocabulary.partners()).doesNotContain(ICLEI);
	}

	@Test
	void corrected_names_are_on_every_page_at_once_and_in_the_trail() throws Exception {
		shows(REGISTER + "/MMC", "Mayors Migration Council", "Code: MMC");
		sent(REGISTER + "/MMC", Map.of("english", "Council of Mayors on Migration", "spanish",
				"Consejo de Alcaldes sobre Migración", "french", "Conseil des maires", "shortEnglish", "CMM"))
			.andExpect(redirectedUrl(REGISTER));

		shows("/coordination/editions/" + year + "/partners", "Council of Mayors on Migration");
		mvc.perform(get("/reviews").with(Scene.by(scene.reviewer("MMC"))))
			.andExpect(content().string(containsString("CMM")));
		assertThat(trail.of(MMC)).last().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("partner.named");
			assertThat(entry.facts()).isEqualTo(
					Map.of("changed", List.of("english", "french", "shortEnglish", "shortSpanish", "shortFrench")));
			assertThat(entry.personal()).containsEntry("from",
					List.of("Mayors Migration Council", "Conseil des maires pour les migrations", "MMC", "MMC", "MMC"));
		});
	}

	@Test
	void the_same_names_again_are_no_act() {
		name.correct(iclei(), names("Places"), coordinator);

		assertThat(trail.of(ICLEI)).extracting(RecordedEntry::kind).containsExactly("partner.added");
	}

	@Test
	void who_is_not_offered_any_more_stays_in_the_edition_that_it_reviews_and_is_chosen_for_no_other()
			throws Exception {
		sent(REGISTER + "/MMC/stop", Map.of()).andExpect(redirectedUrl(REGISTER));
		sent(REGISTER + "/MMC/stop", Map.of()).andExpect(redirectedUrl(REGISTER));

		assertThat(scene.editions().edition(year).partners()).contains(MMC);
		shows(REGISTER, "Not offered for new editions since 1 May 2033", "/MMC/offer");
		shows("/coordination/editions/" + year + "/partners", "Mayors Migration Council");
		assertThatThrownBy(() -> scene.reviewer("MMC")).isInstanceOf(Refused.class)
			.hasMessageContaining("partnerNotOffered");
		scene.closeCall(year);
		assertThat(suggestSetup.next().setup().partners()).extracting(PartnerCode::value)
			.containsExactly("IOM", "UCLG");
		mvc.perform(get("/coordination/editions/new").with(Scene.by(coordinator)))
			.andExpect(content().string(not(containsString("value=\"MMC\""))));
		OpeningForm.of("2034").sent(mvc, coordinator).andExpect(content().string(containsString("There is a problem")));
		assertThat(trail.of(MMC)).extracting(RecordedEntry::kind).containsOnlyOnce("partner.closed");

		sent(REGISTER + "/MMC/offer", Map.of()).andExpect(redirectedUrl(REGISTER));
		assertThat(suggestSetup.next().setup().partners()).contains(MMC);
	}

	@Test
	void a_call_is_not_opened_with_a_partner_that_was_closed_after_the_page_was_read() {
		scene.closeCall(year);
		EditionYear next = new EditionYear(2034);
		EditionSetup setup = EditionSetup.usual(Forum.NOT_KNOWN_YET, Set.of(MMC, new PartnerCode("UCLG")),
				Deadline.byDefault(next));
		close.close(MMC, coordinator);

		assertThatThrownBy(() -> openEdition.open(next, setup, "Its year", coordinator)).isInstanceOf(Refused.class)
			.hasMessageContaining("partner-not-offered [MMC]");
	}

	@Test
	void who_was_released_and_then_closed_is_not_added_again() {
		released(MMC);
		close.close(MMC, coordinator);

		assertThatThrownBy(() -> change.plan(year, MMC, PartnerAct.ADDED, coordinator)).isInstanceOf(Refused.class);
	}

	@Test
	void one_that_can_be_chosen_is_always_left() throws Exception {
		for (PartnerCode other : vocabulary.activePartners()) {
			if (!other.equals(MMC)) {
				close.close(other, coordinator);
			}
		}

		sent(REGISTER + "/MMC/stop", Map.of()).andExpect(status().isConflict())
			.andExpect(content().string(containsString("the only one that is offered")));
	}

	@Test
	void a_code_stays_a_code_for_ever() throws Exception {
		close.close(iclei(), coordinator);

		assertThatThrownBy(() -> name.add(ICLEI, names("Others"), coordinator)).isInstanceOf(Refused.class)
			.hasMessageContaining("partner-code-used");
		sent(REGISTER + "/NOBODY", Map.of("english", "A", "spanish", "B", "french", "C"))
			.andExpect(status().isNotFound());
	}

	@Test
	void nobody_but_a_coordinator_names_or_closes_one() {
		Person reviewer = scene.reviewer("MMC");

		assertThatThrownBy(() -> name.add(ICLEI, names("Places"), reviewer)).isNotInstanceOf(Refused.class);
		assertThatThrownBy(() -> name.correct(MMC, names("Places"), reviewer)).isNotInstanceOf(Refused.class);
		assertThatThrownBy(() -> close.close(MMC, reviewer)).isNotInstanceOf(Refused.class);
		assertThatThrownBy(() -> close.reopen(MMC, reviewer)).isNotInstanceOf(Refused.class);
		assertThat(vocabulary.label(Vocabulary.PARTNERS, "MMC", Locale.ENGLISH)).isEqualTo("Mayors Migration Council");
	}

	@Test
	void a_name_is_text_on_every_page_and_in_every_mail_whatever_somebody_typed() throws Exception {
		sent(REGISTER + "/MMC", Map.of("english", HOSTILE, "spanish", HOSTILE, "french", HOSTILE, "shortEnglish",
				"<i>M</i>\r\nBcc: a@b.example"))
			.andExpect(redirectedUrl(REGISTER));
		PledgeReference pledge = scene.underReview(scene.member("Oslo", "NO"), "Homes", Map.of());
		Person reviewer = scene.reviewer("MMC");

		for (String address : List.of(REGISTER, REGISTER + "/MMC", "/coordination", "/coordination/people",
				"/coordination/editions/" + year, "/coordination/editions/" + year + "/partners",
				"/coordination/editions/" + year + "/partners/MMC/release", "/coordination/pledges/" + pledge,
				"/coordination/editions/" + year + "/pledges", "/coordination/trail")) {
			harmless(address, coordinator);
		}
		for (String address : List.of("/reviews", "/reviews/" + pledge, "/reviews/team", "/my/profile")) {
			harmless(address, reviewer);
		}
		harmless("/", null);
		released(MMC);
		assertThat(jdbc.sql("select subject from mail where account = ? and kind = 'PARTNER_RELEASED'")
			.param(reviewer.id().value())
			.query(String.class)
			.single()).isEqualTo("2033 edition: no more reviews by <i>M</i> Bcc: a@b.example");
	}

	private void harmless(String address, Person reader) throws Exception {
		MockHttpServletRequestBuilder asked = get(address);
		String page = mvc.perform(reader == null ? asked : asked.with(Scene.by(reader)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).as(address).doesNotContain("<b id=\"typed\"", "<script>alert", "<i>M</i>").contains("govuk");
	}

	private void released(PartnerCode partner) {
		change.change(change.plan(year, partner, PartnerAct.RELEASED, coordinator), "Other work", coordinator);
	}

	/** One that was added. */
	private PartnerCode iclei() {
		name.add(ICLEI, names("Places"), coordinator);
		return ICLEI;
	}

	private static PartnerNames names(String name) {
		return new PartnerNames(name, name + " (es)", name + " (fr)", "", "", "");
	}

	private void shows(String address, String... texts) throws Exception {
		String page = mvc.perform(get(address).with(Scene.by(coordinator)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).as(address).contains(texts);
	}

	private ResultActions sent(String address, Map<String, String> typed) throws Exception {
		MockHttpServletRequestBuilder form = post(address).with(csrf()).with(Scene.by(coordinator));
		typed.forEach(form::param);
		return mvc.perform(form);
	}

	private static Map<String, String> changed(Map<String, String> form, String box, String typed) {
		Map<String, String> other = new HashMap<>(form);
		other.put(box, typed == null ? "" : typed);
		return other;
	}

}
