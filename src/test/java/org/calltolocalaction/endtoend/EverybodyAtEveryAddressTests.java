package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.ViewAs;
import org.calltolocalaction.identity.Viewing;
import org.calltolocalaction.identity.web.SignedIn;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EveryHandler.Handler;
import org.calltolocalaction.testing.EveryHandler;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everybody at every address by every method. Who is let in is said here once more, apart
 * from the code that does it: an address that is added to the desk is denied to all but
 * those for whom its area is, or these tests fail.
 */
@DeskTest
class EverybodyAtEveryAddressTests {

	/** All that a visitor may call without being signed in. */
	private static final List<String> FOR_ANYBODY = List.of("/", "/error", "/pledge-form", "/receipts/verify",
			"/receipts/proofs/", "/.well-known/", "/read/", "/calendar/", "/emails/leave/", "/editions.ics",
			"/editions/", "/pledges", "/pledges/", "/pledges.csv", "/reports", "/reports/", "/robots.txt",
			"/sitemap.xml", "/sitemap/", "/sign-in", "/sign-in/", "/dev/mailbox", "/dev/mailbox/");

	/**
	 * What a coordinator sees who looks on in somebody else's place, once more: a page
	 * that is added to the desk is not shown until it stands here and there.
	 */
	private static final Set<String> SHOWN_TO_VIEWERS = Set.of("/", "/error", "/pledge-form", "/receipts/verify",
			"/receipts/proofs/{reference}/{sha256}.json", "/.well-known/jwks.json",
			"/.well-known/receipt-keys/{key}.pem", "/editions.ics", "/editions/{year}", "/editions/{year}.ics",
			"/editions/{year}/seals/{checkpoint}.json", "/pledges", "/pledges/search-help", "/pledges/{reference}",
			"/pledges/{reference}.json", "/pledges/{reference}/files/{id}", "/pledges.csv", "/reports",
			"/reports/{year}", "/reports/{year}.csv", "/robots.txt", "/sitemap.xml", "/sitemap/pages.xml",
			"/sitemap/{first}.xml", "/my", "/my/profile", "/my/government", "/my/government/new",
			"/my/government/profile", "/my/government/endorsement", "/my/government/invite", "/my/pledges/new",
			"/my/pledges/{reference}", "/my/pledges/{reference}/status", "/my/pledges/{reference}/receipt",
			"/my/pledges/{reference}/withdraw", "/my/pledges/{reference}/publication", "/reviews",
			"/reviews/search-help", "/reviews/team", "/reviews/absences", "/reviews/offline", "/reviews/{reference}",
			"/reviews/{reference}/similar", "/reviews/{reference}/files/{id}");

	/** What is somebody's own, by the names that addresses have for it. */
	private static final Set<String> OWN = Set.of("reference", "account", "id");

	/** By themselves, with a signed address in the place of a session. */
	private static final String SENT_BY_MAIL_PROGRAMS = "/emails/leave/{token}";

	private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT,
			HttpMethod.PATCH, HttpMethod.DELETE);

	@Autowired
	private Story story;

	@Autowired
	private GrantRole grantRole;

	@Autowired
	private People accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ViewAs viewAs;

	@Autowired
	private WebApplicationContext desk;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private MockMvc mvc;

	private EditionYear year;

	private Person member;

	private PledgeReference draft;

	private PledgeReference underReview;

	private final Map<String, Person> people = new LinkedHashMap<>();

	@BeforeEach
	void a_desk_with_people_and_pledges() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		year = story.anOpenEdition();
		member = story.memberOf("Kampala");
		draft = story.aDraftBy(member);
		underReview = story.aPledgeUnderReviewBy(member);
		people.put("anybody", null);
		people.put("member of another government", story.memberOf("Quito"));
		people.put("member", member);
		people.put("colleague", story.colleagueOf(member));
		people.put("reviewer", story.reviewer("MMC", "Rosa" + UUID.randomUUID()));
		people.put("lead", story.lead("UCLG", "Lead" + UUID.randomUUID()));
		people.put("coordinator", story.coordinator());
		people.put("auditor", anAuditor());
		// Those of earlier tests would be cleaned away at the full hour, as a change.
		jdbc.sql("delete from one_time_tokens").update();
	}

	@Test
	void nobody_comes_into_an_area_that_is_not_theirs_and_what_they_send_there_changes_nothing() throws Exception {
		List<String> letIn = answersWhere((handler, who) -> !admitted(handler, who), status -> status >= 400);

		assertThat(letIn).isEmpty();
	}

	@Test
	void nothing_of_another_government_is_found_by_its_address_and_what_is_sent_there_changes_nothing()
			throws Exception {
		Set<String> strangers = Set.of("member of another government", "reviewer", "lead", "coordinator", "auditor");
		List<String> found = answersWhere((handler, who) -> handler.pattern().startsWith("/my/")
				&& namesSomethingOwn(handler) && strangers.contains(who), status -> status == 404);

		assertThat(found).isEmpty();
	}

	@Test
	void no_draft_is_found_by_those_who_review_or_coordinate_and_nothing_unpublished_by_the_public() throws Exception {
		PledgeReference submitted = underReview;
		underReview = draft;
		List<String> drafts = answersWhere((handler, who) -> handler.pattern().contains("{reference}")
				&& !handler.pattern().startsWith("/my/") && admitted(handler, who), status -> status == 404);
		underReview = submitted;
		List<String> unpublished = answersWhere((handler, who) -> handler.pattern().startsWith("/pledges/{")
				|| handler.pattern().equals("/reports/{year}") && !who.equals("reviewer") && !who.equals("lead")
						&& !who.equals("coordinator") && !who.equals("auditor"),
				status -> status == 404);

		assertThat(drafts).isEmpty();
		assertThat(unpublished).isEmpty();
	}

	@Test
	void whoever_is_let_in_finds_the_pages_that_are_theirs() throws Exception {
		List<String> shutOut = new ArrayList<>();
		int pages = 0;
		for (Handler handler : handlers()) {
			for (Map.Entry<String, Person> who : people.entrySet()) {
				if (handler.method() == RequestMethod.GET && !namesSomethingOwn(handler)
						&& admitted(handler, who.getKey()) && !handler.pattern().equals("/error")
						&& !handler.pattern().startsWith("/reports/")) {
					int status = answered(handler.method().asHttpMethod(), handler, who.getValue(), true).getStatus();
					pages++;
					if (status == 401 || status == 403 || status >= 500) {
						shutOut.add(status + " " + who.getKey() + " " + handler);
					}
				}
			}
		}
		assertThat(pages).isGreaterThan(60);
		assertThat(shutOut).isEmpty();
		assertThat(answered(HttpMethod.GET, "/my/pledges/" + underReview, member, true).getStatus()).isEqualTo(200);
		assertThat(answered(HttpMethod.GET, "/my/pledges/" + underReview, people.get("colleague"), true).getStatus())
			.isEqualTo(200);
		assertThat(answered(HttpMethod.GET, "/reviews/" + underReview, people.get("reviewer"), true).getStatus())
			.isEqualTo(200);
		assertThat(answered(HttpMethod.GET, "/coordination/pledges/" + underReview, people.get("coordinator"), true)
			.getStatus()).isEqualTo(200);
	}

	@Test
	void whoever_audits_reads_what_coordinators_read() throws Exception {
		List<String> otherwise = new ArrayList<>();
		int pages = 0;
		for (Handler handler : handlers()) {
			if (handler.method() == RequestMethod.GET && handler.pattern().startsWith("/coordination")) {
				pages++;
				int coordinator = answered(HttpMethod.GET, handler, people.get("coordinator"), true).getStatus();
				int auditor = answered(HttpMethod.GET, handler, people.get("auditor"), true).getStatus();
				if (auditor != coordinator || auditor == 403) {
					otherwise.add(auditor + " instead of " + coordinator + " " + handler);
				}
			}
		}
		assertThat(pages).isGreaterThan(30);
		assertThat(otherwise).isEmpty();
	}

	@Test
	void what_whoever_audits_sends_is_refused_by_the_use_cases_where_nothing_stands_before_them() throws Exception {
		MockMvc unguarded = MockMvcBuilders.webAppContextSetup(desk).build();
		Person auditor = people.get("auditor");
		Map<String, String> before = state();
		int sent = 0;
		TestSecurityContextHolder.setAuthentication(new SignedIn(auditor.id()));
		for (Handler handler : handlers()) {
			if (handler.method() == RequestMethod.POST && handler.pattern().startsWith("/coordination")) {
				sent++;
				unguarded.perform(asked(HttpMethod.POST, handler).locale(Locale.ENGLISH)).andReturn();
			}
		}
		TestSecurityContextHolder.clearContext();
		assertThat(sent).isGreaterThan(20);
		assertThat(changedSince(before)).isEmpty();
	}

	@Test
	void nothing_is_sent_to_the_desk_without_the_token_of_its_own_form() throws Exception {
		List<String> taken = new ArrayList<>();
		Map<String, String> before = state();
		for (Handler handler : handlers()) {
			for (Map.Entry<String, Person> who : people.entrySet()) {
				if (handler.method() != RequestMethod.GET && !handler.pattern().equals("/error")
						&& !handler.pattern().equals(SENT_BY_MAIL_PROGRAMS)) {
					int status = answered(handler.method().asHttpMethod(), handler, who.getValue(), false).getStatus();
					if (status != 403 && !(status == 302 && who.getValue() == null)) {
						taken.add(status + " " + who.getKey() + " " + handler);
					}
				}
			}
		}
		assertThat(taken).isEmpty();
		assertThat(changedSince(before)).isEmpty();
	}

	@Test
	void an_address_answers_to_no_method_but_its_own() throws Exception {
		Map<String, Set<HttpMethod>> own = new TreeMap<>();
		for (Handler handler : handlers()) {
			own.computeIfAbsent(handler.pattern(), pattern -> new HashSet<>()).add(handler.method().asHttpMethod());
		}
		own.remove("/error");
		// Is taken by what signs in, before any handler.
		own.get("/sign-in/link").add(HttpMethod.POST);
		List<String> answered = new ArrayList<>();
		Map<String, String> before = state();
		for (Map.Entry<String, Set<HttpMethod>> address : own.entrySet()) {
			for (HttpMethod method : METHODS) {
				for (String who : List.of("anybody", "member", "lead", "coordinator")) {
					if (!address.getValue().contains(method) && !alsoOf(address.getKey(), method, own)) {
						int status = answered(method, filled(address.getKey()), people.get(who), true).getStatus();
						if (status < 400 && !(status == 302 && people.get(who) == null) || status >= 500) {
							answered.add(status + " " + who + " " + method + " " + address.getKey());
						}
					}
				}
			}
		}
		assertThat(own).hasSizeGreaterThan(60);
		assertThat(answered).isEmpty();
		assertThat(changedSince(before)).isEmpty();
	}

	@Test
	void whoever_looks_on_in_somebody_elses_place_sees_what_is_named_here_sends_nothing_and_leaves_no_mark()
			throws Exception {
		List<String> otherwise = new ArrayList<>();
		for (String who : List.of("member", "reviewer", "lead")) {
			Person seen = people.get(who);
			Viewing view = viewAs.begin(people.get("coordinator"), EmailAddress.parse(seen.email()).orElseThrow(),
					"A question");
			Map<String, String> before = state();
			for (Handler handler : handlers()) {
				String pattern = handler.pattern();
				boolean named = handler.method() == RequestMethod.GET && SHOWN_TO_VIEWERS.contains(pattern);
				int status = answered(handler.method().asHttpMethod(), handler, people.get("coordinator"), view);
				boolean ended = pattern.equals("/my/viewing/end") && status == 302;
				boolean asked = named && (status == 200 || status == 302 || status == 403 && !admitted(handler, who)
						|| status == 404 && isNotThere(pattern, who) || status == 409 && readsDraft(pattern));
				if (!ended && !asked && (named || status != 409)) {
					otherwise.add(status + " " + who + " " + handler);
				}
			}
			otherwise.addAll(changedSince(before));
		}
		// The end is the one act of a person who looks on, and is written down.
		otherwise.removeIf(Set.of("changed: audit_entry", "changed: audit_waiting")::contains);
		assertThat(otherwise).isEmpty();
	}

	private static boolean readsDraft(String pattern) {
		return pattern.startsWith("/my/pledges/{reference}");
	}

	// What is made up, what only a member has, and what nobody opens by hand.
	private static boolean isNotThere(String pattern, String who) {
		return pattern.contains("{") || pattern.equals("/error")
				|| pattern.startsWith("/my/government/") && !who.equals("member");
	}

	// "/my/pledges/new" is an address of "/my/pledges/{reference}", too.
	private static boolean alsoOf(String address, HttpMethod method, Map<String, Set<HttpMethod>> own) {
		String[] steps = address.split("/");
		return own.entrySet()
			.stream()
			.filter(other -> other.getValue().contains(method))
			.map(other -> other.getKey().split("/"))
			.anyMatch(other -> other.length == steps.length && IntStream.range(0, steps.length)
				.allMatch(step -> other[step].equals(steps[step]) || other[step].startsWith("{")));
	}

	private interface Wanted {

		boolean is(int status);

	}

	/** What was answered otherwise than wanted; afterwards nothing is changed. */
	private List<String> answersWhere(BiPredicate<Handler, String> asked, Wanted wanted) throws Exception {
		List<String> other = new ArrayList<>();
		Map<String, String> before = state();
		int sent = 0;
		for (Handler handler : handlers()) {
			for (Map.Entry<String, Person> who : people.entrySet()) {
				if (asked.test(handler, who.getKey())) {
					sent++;
					MockHttpServletResponse response = answered(handler.method().asHttpMethod(), handler,
							who.getValue(), true);
					String to = response.getHeader("Location");
					boolean toSignIn = who.getValue() == null && response.getStatus() == 302 && to != null
							&& to.endsWith("/sign-in");
					if (!toSignIn && !wanted.is(response.getStatus())) {
						other.add(response.getStatus() + " " + who.getKey() + " " + handler);
					}
				}
			}
		}
		assertThat(sent).as("requests").isGreaterThan(3);
		other.addAll(changedSince(before));
		return other;
	}

	private boolean admitted(Handler handler, String who) {
		String pattern = handler.pattern();
		if (FOR_ANYBODY.stream()
			.anyMatch(open -> open.endsWith("/") && open.length() > 1 ? pattern.startsWith(open)
					: pattern.equals(open))) {
			return true;
		}
		if (pattern.equals("/my") || pattern.startsWith("/my/")) {
			return !who.equals("anybody");
		}
		if (pattern.equals("/reviews") || pattern.startsWith("/reviews/")) {
			return who.equals("reviewer") || who.equals("lead");
		}
		if (pattern.equals("/coordination") || pattern.startsWith("/coordination/")) {
			boolean reads = handler.method() == RequestMethod.GET || pattern.equals("/coordination/trail/verify");
			return who.equals("coordinator") || who.equals("auditor") && reads;
		}
		return false;
	}

	private static boolean namesSomethingOwn(Handler handler) {
		return OWN.stream().anyMatch(name -> handler.pattern().contains("{" + name + "}"));
	}

	private List<Handler> handlers() {
		List<Handler> handlers = EveryHandler.of(mapping);
		assertThat(handlers).hasSizeGreaterThan(80);
		return handlers;
	}

	private int answered(HttpMethod method, Handler handler, Person by, Viewing view) throws Exception {
		MockHttpServletRequestBuilder sent = asked(method, handler);
		return answered(sent.sessionAttr(Viewing.class.getName(), view).param("lang", "fr"), by, true).getStatus();
	}

	private MockHttpServletResponse answered(HttpMethod method, Handler handler, Person person, boolean withToken)
			throws Exception {
		return answered(asked(method, handler), person, withToken);
	}

	private Person anAuditor() {
		EmailAddress email = new EmailAddress("audit." + UUID.randomUUID() + "@example.org");
		grantRole.auditor(story.coordinator(), email);
		return accounts.byEmail(email.value()).orElseThrow();
	}

	private MockHttpServletRequestBuilder asked(HttpMethod method, Handler handler) {
		MockHttpServletRequestBuilder sent = request(method, filled(handler.pattern()));
		handler.params()
			.forEach(param -> sent.param(param.replaceAll("=.*", ""),
					param.contains("=") ? param.replaceAll(".*=", "") : ""));
		// Enough to be taken where nobody looked who sends it.
		Map.of("reason", "Because", "text", "Words", "version", "0", "revision", "1", "page",
				UUID.randomUUID().toString(), "email", "somebody@example.org", "name", "A name", "note", "Words")
			.forEach(sent::param);
		Map.of("earlier", underReview.value(), "author", member.id().value().toString(), "to",
				people.get("lead").id().value().toString())
			.forEach(sent::param);
		return sent;
	}

	private MockHttpServletResponse answered(HttpMethod method, String address, Person person, boolean withToken)
			throws Exception {
		return answered(request(method, address), person, withToken);
	}

	private MockHttpServletResponse answered(MockHttpServletRequestBuilder sent, Person person, boolean withToken)
			throws Exception {
		sent.locale(Locale.ENGLISH);
		if (withToken) {
			sent.with(csrf());
		}
		return mvc.perform(person == null ? sent : sent.with(by(person))).andReturn().getResponse();
	}

	private String filled(String pattern) {
		PledgeReference reference = pattern.startsWith("/my/") && !pattern.contains("withdraw") ? draft : underReview;
		return pattern.replace("{reference}", reference.value())
			.replace("{year}", year.businessKey())
			.replace("{part}", "action")
			.replace("{partner}", "UCLG")
			.replace("{number}", "1")
			.replace("{template}", "receipt")
			.replace("{language}", "en")
			.replace("{account}", member.id().value().toString())
			.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
	}

	private List<String> changedSince(Map<String, String> before) {
		return state().entrySet()
			.stream()
			.filter(table -> !table.getValue().equals(before.get(table.getKey())))
			.map(table -> "changed: " + table.getKey())
			.toList();
	}

	/**
	 * Each table by what it holds; mails that wait go out meanwhile, and of everybody is
	 * noted when they were here.
	 */
	private Map<String, String> state() {
		List<String> tables = jdbc
			.sql("""
					select quote_ident(table_name) from information_schema.tables
					where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like 'act\\_%'
					and table_name not like 'spring%' and table_name not like 'flyway%' and table_name not in ('mail', 'shedlock')
					order by 1""")
			.query(String.class)
			.list();
		assertThat(tables).hasSizeGreaterThan(20);
		String all = tables.stream()
			.map("""
					select '%1$s' as name, count(*) || md5(coalesce(string_agg(line, '' order by line), '')) as held
					from (select md5((to_jsonb(t) - 'last_here')::text) as line from %1$s t) as held_lines"""::formatted)
			.collect(Collectors.joining(" union all "));
		Map<String, String> state = new TreeMap<>();
		jdbc.sql(all).query((row, number) -> state.put(row.getString("name"), row.getString("held"))).list();
		return state;
	}

}
