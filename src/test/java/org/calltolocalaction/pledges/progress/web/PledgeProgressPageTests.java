package org.calltolocalaction.pledges.progress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Lettering;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.progress.PledgeProgress;
import org.calltolocalaction.pledges.progress.PledgeProgress.Step;
import org.calltolocalaction.pledges.progress.web.ProgressDiagram.Progress;
import org.calltolocalaction.pledges.progress.web.ProgressDiagram.Shape;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What a member sees of the way of their pledge. */
@DeskTest
class PledgeProgressPageTests {

	private static final List<Locale> LANGUAGES = Languages.ALL;

	private static final String NAME = "pledges.progress.step.";

	private static final Pattern STEP = Pattern.compile("way-step way-(\\w+)\" data-step=\"(\\w+)\"");

	@Autowired
	Story story;

	@Autowired
	MutableClock clock;

	@Autowired
	PledgeProgress progress;

	@Autowired
	SaveDraft save;

	@Autowired
	MessageSource messages;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	WebApplicationContext desk;

	private MockMvc mvc;

	@BeforeEach
	void a_call_is_open() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		story.aSharedCall();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					en | Progress of your pledge | The partners review the pledge | Mayors Migration Council: reviewing since 2 May | review completed on 4 May | Accepted
					es | Situación del compromiso | Revisan las organizaciones | Consejo de Alcaldes sobre Migración: revisa el compromiso desde el 2 de mayo | revisión completada el 4 de mayo | Aceptado
					fr | Suivi de votre engagement | Examen par les partenaires | Conseil des maires pour les migrations : examen en cours depuis le 2 mai | examen terminé le 4 mai | Accepté
					""")
	void in_mid_review_it_says_who_has_the_pledge_since_when_and_what_can_follow(String language, String heading,
			String step, String with, String answered, String next) throws Exception {
		// In the member's zone it is the next day already.
		clock.set(clock.instant().plus(Duration.ofHours(8)));
		Person member = story.memberOf("Apia", Locale.forLanguageTag(language), ZoneId.of("Pacific/Apia"));
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		clock.advance(Duration.ofDays(2));
		story.judges("UCLG", reference, "REQUEST_CHANGES");

		String page = page("/my/pledges/" + reference, member);

		assertThat(page).contains(heading, with, answered, ">" + next + "</li>")
			.contains("<title id=\"way-picture-title\">");
		assertThat(page).containsSubsequence("desk-stand__now", step, "desk-stand__passed");
		assertThat(page).containsPattern("desk-until\">[^<]*\\d+[^<]*</p>");
		assertThat(steps(page, "done")).containsExactly("Start_PledgeSubmitted");
		assertThat(steps(page, "now")).containsExactly("Task_ReviewPledge");
	}

	@Test
	void neither_a_reviewer_nor_what_a_partner_judged_is_told_before_there_is_an_outcome() throws Exception {
		Person member = story.memberOf("Apia");
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.judges("UCLG", reference, "DECLINE");

		assertThat(page("/my/pledges/" + reference, member)).doesNotContain("Judge", "A comment of UCLG",
				"A secret of");
	}

	@Test
	void while_changes_are_asked_for_it_stands_on_a_page_of_its_own_that_leads_to_the_form() throws Exception {
		Person member = story.memberOf("Apia");
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.allJudge(reference, "REQUEST_CHANGES");

		assertThat(page("/my/pledges/" + reference, member)).contains("href=\"/my/pledges/" + reference + "/status\"");
		String page = page("/my/pledges/" + reference + "/status", member);
		assertThat(page).contains("With your government since 1 May", "Change your answers", "A comment of MMC");
		assertThat(page).containsSubsequence("desk-stand__now", "Please submit the new version", "desk-way-picture",
				"desk-stand__passed");
		assertThat(page("/my", member)).contains("Please submit the new version");
		assertThat(steps(page, "now")).containsExactly("Task_RevisePledge");
	}

	@Test
	void before_it_is_submitted_again_the_member_reads_what_changes_and_at_the_first_time_nothing_of_it()
			throws Exception {
		Person member = story.memberOf("Apia");
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.allJudge(reference, "REQUEST_CHANGES");
		assertThat(page("/my/pledges/" + reference + "/check", member)).contains("You have not changed anything since");

		save.save(reference, new SaveDraft.Change(story.pledge(reference).draftVersion(), UUID.randomUUID(),
				Answers.of(Map.of("title", "A desk in <b>every</b> district")), List.of("title", "gcrObjectives")),
				member);

		assertThat(page("/my/pledges/" + reference + "/check", member)).contains("Changes since your last submission")
			.containsPattern("<del[^>]*>A welcome desk in every district</del>")
			.containsPattern("<ins[^>]*>A desk in &lt;b&gt;every&lt;/b&gt; district</ins>")
			.containsPattern("<ins[^>]*></ins>");
		assertThat(page("/my/pledges/" + story.aDraftBy(member) + "/check", member)).doesNotContain("Changes since");
	}

	@Test
	void how_long_the_step_took_last_year_is_said_where_it_is_known_and_for_steps_that_somebody_takes()
			throws Exception {
		Person member = story.memberOf("Apia");
		PledgeReference before = story.aSubmittedPledgeBy(member);
		clock.advance(Duration.ofDays(4).plusHours(13));
		story.allJudge(before, "APPROVE");
		assertThat(page("/my/pledges/" + before, member)).doesNotContain("half of all pledges");
		story.anOpenEdition();
		PledgeReference reference = story.aSubmittedPledgeBy(member);

		assertThat(page("/my/pledges/" + reference, member)).containsPattern(
				"In earlier years, half of all pledges completed this step within (?:\\d+ days|less than a minute)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			UNCONFIRMED | once the coordinators have confirmed your government | Send a letter or an explanation
			ASKED | The coordinators have a question about your government. Please answer it. | Answer the question
			REFUSED | but the coordinators did not confirm your government | Read the reason
			""")
	void what_is_accepted_of_a_government_that_is_not_confirmed_is_promised_no_place(GovernmentStanding standing,
			String said, String way) throws Exception {
		Person member = story.unconfirmedMemberOf("Apia");
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		story.allJudge(reference, "APPROVE");
		standsAt(standing, member);

		String page = page("/my/pledges/" + reference, member);

		assertThat(page).containsSubsequence("desk-stand__now", said, "/my/government/registration", way)
			.doesNotContain("is accepted and will be in an annual report");
		assertThat(page("/my", member)).containsSubsequence(reference.value(), said)
			.doesNotContain("is accepted and will be in an annual report");
	}

	private void standsAt(GovernmentStanding standing, Person member) {
		jdbc.sql("update government set standing = ? where id = (select government from membership where account = ?)")
			.params(standing.name(), member.id().value())
			.update();
	}

	@Test
	void somebody_elses_pledge_is_not_found_and_a_draft_stands_nowhere() throws Exception {
		Person member = story.memberOf("Apia");
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		PledgeReference draft = story.aDraftBy(member);

		mvc.perform(get("/my/pledges/" + reference + "/status").with(by(story.memberOf("Suva"))))
			.andExpect(status().isNotFound());
		mvc.perform(get("/my/pledges/" + draft + "/status").with(by(member))).andExpect(status().isNotFound());
	}

	@Test
	void every_visited_step_is_marked_once_and_what_was_not_visited_is_not() throws Exception {
		Person member = story.memberOf("Apia");
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		story.allJudge(reference, "REQUEST_CHANGES");
		story.submit(reference, member);
		story.allJudge(reference, "APPROVE");

		String page = page("/my/pledges/" + reference, member);

		assertThat(steps(page, "done")).containsExactlyInAnyOrder("Start_PledgeSubmitted", "Task_ReviewPledge",
				"Gateway_Outcome", "Task_RevisePledge", "Task_AcceptPledge", "Gateway_Placement",
				"Task_IncludeInThisEdition");
		assertThat(steps(page, "now")).containsExactly("Task_AwaitFreeze");
		assertThat(steps(page, "open")).containsExactlyInAnyOrder("Task_DecideDisagreement",
				"Gateway_CoordinatorDecision", "Task_CarryOver", "End_Included", "End_Declined");
		assertThat(page).contains("marker-end=\"url(#way-arrow-done)\"").doesNotContain(" style=");
	}

	@Test
	void an_end_that_can_come_at_any_time_is_drawn_when_it_came() {
		Set<String> without = drawn(List.of(), Languages.ENGLISH).shapes()
			.stream()
			.map(Shape::step)
			.collect(Collectors.toSet());
		PledgeProgress.Visit withdrawn = new PledgeProgress.Visit(new PledgeProgress.StepId("End_Withdrawn"),
				clock.instant(), Optional.of(clock.instant()), false);

		assertThat(without).doesNotContain("End_Withdrawn");
		assertThat(drawn(List.of(withdrawn), Languages.ENGLISH).shapes())
			.filteredOn(shape -> shape.step().equals("End_Withdrawn"))
			.singleElement()
			.matches(shape -> shape.progress() == Progress.DONE);
	}

	@Test
	void what_the_picture_shows_has_a_public_name_and_every_name_is_shown() throws Exception {
		Set<String> shown = progress.map()
			.steps()
			.stream()
			.map(place -> place.id().value())
			.collect(Collectors.toSet());
		for (String bundle : List.of("pledges", "pledges_es", "pledges_fr")) {
			Properties texts = PropertiesLoaderUtils
				.loadProperties(new ClassPathResource("messages/" + bundle + ".properties"));
			Set<String> named = texts.stringPropertyNames()
				.stream()
				.filter(key -> key.startsWith(NAME))
				.map(key -> key.substring(NAME.length()))
				.collect(Collectors.toSet());

			assertThat(named).as(bundle).isEqualTo(shown);
		}
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void names_have_room_and_nothing_lies_on_top_of_anything(Locale language) {
		ProgressDiagram picture = drawn(List.of(), language);

		assertThat(picture.shapes()).allSatisfy(shape -> shape.name().forEach(line -> {
			double width = Lettering.width(line.words(), 15);
			double left = shape.anchor().equals("end") ? line.x() - width : line.x() - width / 2;
			assertThat(left).as(line.words()).isGreaterThanOrEqualTo(shape.form().equals("box") ? shape.x() : 0);
			assertThat(left + width).as(line.words())
				.isLessThanOrEqualTo(shape.form().equals("box") ? shape.x() + shape.width() : picture.width());
			assertThat(line.y()).as(line.words()).isBetween(15.0, (double) picture.height());
		}));
		Set<Set<String>> seen = new HashSet<>();
		for (Shape one : picture.shapes()) {
			for (Shape other : picture.shapes()) {
				if (one != other && seen.add(Set.of(one.step(), other.step()))) {
					assertThat(apart(one, other)).as("%s and %s", one.step(), other.step()).isTrue();
				}
			}
		}
	}

	@Test
	void steps_stand_to_each_other_as_in_the_model() {
		ProgressDiagram picture = drawn(List.of(), Languages.ENGLISH);
		for (Shape one : picture.shapes()) {
			for (Shape other : picture.shapes()) {
				Step here = place(one);
				Step there = place(other);
				if (here.centre().x() < there.centre().x()) {
					assertThat(one.middle()).as("%s left of %s", one.step(), other.step()).isLessThan(other.middle());
				}
				if (here.centre().y() < there.centre().y()) {
					assertThat(one.halfway()).as("%s above %s", one.step(), other.step()).isLessThan(other.halfway());
				}
			}
		}
	}

	private Step place(Shape shape) {
		return progress.map().step(new PledgeProgress.StepId(shape.step()));
	}

	private static boolean apart(Shape one, Shape other) {
		return one.x() + one.width() <= other.x() || other.x() + other.width() <= one.x()
				|| one.y() + one.height() <= other.y() || other.y() + other.height() <= one.y();
	}

	private ProgressDiagram drawn(List<PledgeProgress.Visit> visits, Locale language) {
		return new ProgressDiagramRenderer(progress.map(), visits,
				step -> messages.getMessage(NAME + step.value(), null, language))
			.picture("Now");
	}

	private String page(String address, Person member) throws Exception {
		return mvc.perform(get(address).with(by(member)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private static Stream<String> steps(String page, String progress) {
		return STEP.matcher(page)
			.results()
			.filter((MatchResult step) -> step.group(1).equals(progress))
			.map(step -> step.group(2));
	}

}
