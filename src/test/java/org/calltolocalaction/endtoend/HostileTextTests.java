package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.Filter;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EveryHandler;
import org.calltolocalaction.testing.EveryHandler.Handler;
import org.calltolocalaction.testing.EveryHandler.Input;
import org.calltolocalaction.testing.EveryHandler.Place;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Throws at every address what people paste by accident and attackers on purpose. */
@DeskTest
class HostileTextTests {

	private static final String MARK = "Tegucigalpa";

	/** All at once: one that hurts hurts among the others, too. */
	private static final String PASTED = "\ufeff" + MARK
			+ " \u0000\u000b\f\u0085\u2028\u2029\u0007\u001b\u007f\u009f\ud800\udc00\ufffe"
			+ "\u200e\u200f\u202e\u2067\u200b\u200d\u00ad\u00a0\u3000Co\u0301rdoba \ud83d\udc69\u200d\ud83d\udc67 '\"<b>%$\\{0}${x}\r\n//evil.example";

	private static final List<String> NEITHER_NUMBER_NOR_NAME = List.of("x", "99999999999999999999", "-1", "\u0000",
			"00000000-0000-0000-0000-00000000000g", "CLA-2026-999999", " ", PASTED);

	/** What may stand behind the name of a field; each in its turn. */
	private static final List<String> PATHS = List.of("[999999999]", "[x][y]", "[", ".x");

	/** They keep out who is to look at the rest. */
	private static final Set<String> LAST = Set.of("/reviews/{reference}/interest");

	@Autowired
	private Story story;

	@Autowired
	private PledgeForm pledgeForm;

	@Autowired
	private ReviewForm reviewForm;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private WebApplicationContext desk;

	@Autowired
	private List<Filter> filters;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private MockMvc mvc;

	private EditionYear year;

	private Person member;

	private Person stranger;

	private Person lead;

	private PledgeReference draft;

	private PledgeReference underReview;

	@BeforeEach
	void a_desk_with_work_on_it() {
		Filter gate = filters.stream()
			.filter(filter -> filter.getClass().getSimpleName().equals("StorableText"))
			.findFirst()
			.orElseThrow();
		mvc = MockMvcBuilders.webAppContextSetup(desk).addFilters(gate).apply(springSecurity()).build();
		year = story.anOpenEdition();
		lead = story.lead("UCLG", "Lead" + UUID.randomUUID());
		member = story.memberOf("Kampala");
		stranger = story.reviewer("MMC", "Nobody" + UUID.randomUUID());
		draft = story.aDraftBy(member);
		underReview = story.aPledgeUnderReviewBy(member);
	}

	@Test
	void every_text_that_comes_in_says_what_it_is_for() {
		List<String> without = EveryHandler.of(mapping)
			.stream()
			.flatMap(handler -> handler.inputs()
				.stream()
				.filter(input -> input.isText() && !saysWhatFor(input))
				.map(input -> handler + ": " + input.name()))
			.distinct()
			.toList();

		assertThat(without).as("texts without @As").isEmpty();
	}

	@Test
	void no_text_whatever_breaks_an_address_and_none_is_kept_that_cannot_be_shown() {
		List<String> broken = new ArrayList<>();
		for (Handler handler : handlers()) {
			if (handler.inputs().stream().anyMatch(input -> input.isText() || input.place() == Place.ANYTHING)) {
				Map<String, String> sent = new LinkedHashMap<>();
				handler.inputs().stream().filter(Input::isText).forEach(input -> sent.put(input.name(), PASTED));
				if (handler.inputs().stream().anyMatch(input -> input.place() == Place.ANYTHING)) {
					answersAndPlaces().forEach(name -> sent.put(name, PASTED));
				}
				broken.addAll(thrown(handler, Map.of(), sent));
			}
		}
		assertThat(broken).isEmpty();
		assertThat(keptControls()).isEmpty();
	}

	@Test
	void no_number_date_or_id_that_is_none_breaks_an_address_or_saves_half() {
		List<String> broken = new ArrayList<>();
		int typed = 0;
		for (Handler handler : handlers()) {
			for (Input input : handler.inputs()) {
				if (input.place() != Place.ANYTHING && !isProse(input)) {
					for (String value : wrongFor(typed++)) {
						Map<String, String> wrong = Map.of(input.name(), value);
						broken.addAll(input.place() == Place.PATH ? thrown(handler, wrong, Map.of())
								: thrown(handler, Map.of(), wrong));
					}
				}
			}
		}
		assertThat(typed).isGreaterThan(100);
		assertThat(broken).isEmpty();
	}

	@Test
	void no_name_of_a_field_that_no_page_has_breaks_an_address() {
		List<String> broken = new ArrayList<>();
		int tried = 0;
		for (Handler handler : handlers()) {
			for (Input input : handler.inputs()) {
				if (input.place() == Place.FORM) {
					String path = PATHS.get(tried++ % PATHS.size());
					broken.addAll(thrown(handler, Map.of(), Map.of(input.name() + path, "x")));
				}
			}
		}
		assertThat(broken).isEmpty();
	}

	/**
	 * Of what is wrong some for each input, in turns: a kind of input stands at many
	 * addresses, which all read it in one way.
	 */
	private static List<String> wrongFor(int input) {
		int all = NEITHER_NUMBER_NOR_NAME.size();
		return IntStream.of(0, 3).mapToObj(step -> NEITHER_NUMBER_NOR_NAME.get((input + step) % all)).toList();
	}

	private List<Handler> handlers() {
		List<Handler> all = EveryHandler.of(mapping);
		assertThat(all).hasSizeGreaterThan(80);
		return Stream
			.concat(all.stream().filter(handler -> !LAST.contains(handler.pattern())),
					all.stream().filter(handler -> LAST.contains(handler.pattern())))
			.toList();
	}

	private static boolean saysWhatFor(Input input) {
		return meant(input).isPresent();
	}

	/** Whether anything may stand there. */
	private static boolean isProse(Input input) {
		return input.isText()
				&& meant(input).filter(Set.of(Text.PROSE, Text.LINE, Text.NAME, Text.SEARCH, Text.ADDRESS)::contains)
					.isPresent();
	}

	private static Optional<Text> meant(Input input) {
		if (input.source() instanceof Parameter parameter) {
			return Optional.ofNullable(parameter.getAnnotation(As.class)).map(As::value);
		}
		RecordComponent component = (RecordComponent) input.source();
		try {
			return Optional
				.ofNullable(
						component.getDeclaringRecord().getDeclaredField(component.getName()).getAnnotation(As.class))
				.map(As::value);
		}
		catch (NoSuchFieldException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/**
	 * Nothing where the answer is one that a person can read, and what was refused
	 * changed nothing.
	 */
	private List<String> thrown(Handler handler, Map<String, String> path, Map<String, String> sent) {
		Map<String, String> all = new HashMap<>(usual(handler));
		handler.params()
			.forEach(param -> all.put(param.replaceAll("=.*", ""),
					param.contains("=") ? param.replaceAll(".*=", "") : ""));
		all.putAll(sent);
		List<Object> variables = new ArrayList<>();
		Matcher names = Pattern.compile("\\{(\\w+)}").matcher(handler.pattern());
		while (names.find()) {
			String known = usual(handler).getOrDefault(names.group(1), UUID.randomUUID().toString());
			variables.add(path.getOrDefault(names.group(1), known));
		}
		MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(handler.method().name()), handler.pattern(),
				variables.toArray())
			.with(csrf());
		all.forEach(request::param);
		Person person = person(handler);
		String before = state();
		try {
			MockHttpServletResponse response = mvc.perform(person == null ? request : request.with(by(person)))
				.andReturn()
				.getResponse();
			if (response.getStatus() >= 500) {
				return List.of(response.getStatus() + " " + handler + " " + path + shortened(sent));
			}
			if (response.getStatus() >= 400 && !before.equals(state())) {
				return List.of("half saved: " + handler + " " + path + shortened(sent));
			}
			String to = response.getHeader("Location");
			return to == null || to.startsWith("/") && !to.startsWith("//") || to.startsWith("http://localhost")
					? List.of() : List.of("leads to " + to + ": " + handler);
		}
		catch (Exception failure) {
			return List.of(handler + " " + path + shortened(sent) + ": " + failure);
		}
	}

	private static String shortened(Map<String, String> sent) {
		return sent.size() > 3 ? " " + sent.keySet() : " " + sent;
	}

	/**
	 * The one for whom the page is; the first coordinator, who is nobody's colleague,
	 * keeps all roles.
	 */
	private Person person(Handler handler) {
		String pattern = handler.pattern();
		return pattern.startsWith("/my") ? pattern.startsWith("/my/government") ? stranger : member
				: pattern.startsWith("/reviews") ? lead
						: pattern.startsWith("/coordination") ? story.coordinator() : null;
	}

	private Map<String, String> usual(Handler handler) {
		boolean mine = handler.pattern().startsWith("/my/pledges");
		return Map.ofEntries(Map.entry("reference", (mine ? draft : underReview).value()), Map.entry("part", "action"),
				Map.entry("year", year.businessKey()), Map.entry("partner", "UCLG"), Map.entry("number", "1"),
				Map.entry("version", mine ? String.valueOf(story.pledge(draft).draftVersion()) : "0"),
				Map.entry("page", UUID.randomUUID().toString()), Map.entry("revision", "1"),
				Map.entry("account", UUID.randomUUID().toString()),
				Map.entry("government", UUID.randomUUID().toString()),
				Map.entry("request", UUID.randomUUID().toString()),
				Map.entry("invitation", UUID.randomUUID().toString()),
				Map.entry("author", UUID.randomUUID().toString()), Map.entry("id", UUID.randomUUID().toString()),
				Map.entry("earlier", underReview.value()));
	}

	private Set<String> answersAndPlaces() {
		Set<String> names = new HashSet<>(Set.of("tab", "q", "sort", "start-day", "budget.0.amount", "action", "_add",
				"_remove", "_removeFile", "weights[CONCRETE]", "weights[", "a.b[0].c"));
		Stream.of(pledgeForm.definition(), reviewForm.definition())
			.flatMap(form -> form.parts().stream())
			.map(FormPart::paths)
			.forEach(names::addAll);
		return names;
	}

	private String state() {
		return jdbc.sql("select (select count(*) from audit_entry) || ' ' || (select sum(draft_version) from pledge)")
			.query(String.class)
			.single();
	}

	/** Whatever text the database holds of what was sent, as it is written there. */
	private List<String> keptControls() {
		List<String> columns = jdbc
			.sql("""
					select quote_ident(table_name) || ' ' || quote_ident(column_name) from information_schema.columns
					where table_schema = current_schema() and table_name not like 'act\\_%' and table_name not like 'spring%'
					and (data_type in ('text', 'character varying', 'jsonb', 'ARRAY'))""")
			.query(String.class)
			.list();
		assertThat(columns).hasSizeGreaterThan(40);
		List<String> wrong = new ArrayList<>();
		int kept = 0;
		for (String column : columns) {
			String[] parts = column.split(" ");
			for (String text : jdbc
				.sql("select %2$s::text from %1$s where %2$s::text like ?".formatted(parts[0], parts[1]))
				.param("%" + MARK + "%")
				.query(String.class)
				.list()) {
				kept++;
				if (!text.replace('\n', ' ').codePoints().noneMatch(Character::isISOControl) || text.contains("\\u00")
						|| text.contains("\u202e") || text.contains("\u2067") || text.contains("o\u0301")
						|| text.contains("\ufeff")) {
					wrong.add(column + ": " + text);
				}
			}
		}
		if (kept < 5) {
			fail("Hardly anything of what was sent was kept: " + kept);
		}
		return wrong;
	}

}
