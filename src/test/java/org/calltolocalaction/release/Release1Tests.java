package org.calltolocalaction.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.proof.MakeCheckpoint;
import org.calltolocalaction.kernel.audit.proof.Verification;
import org.calltolocalaction.kernel.audit.proof.VerifyTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.receipts.MyReceipts;
import org.calltolocalaction.pledges.receipts.VerifyReceipt;
import org.calltolocalaction.testing.ConfirmedGovernments;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitors;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The first release's promises hold: its database is opened, its pledges go on, and what
 * its models and forms name is still there.
 */
@DeskTest
class Release1Tests {

	private static final Path RELEASE = Path.of("src/test/resources/release-1");

	/** In an expression, what is no variable: it calls a method, or is a delegate. */
	private static final Pattern BEAN = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)\\}|[$#]\\{\\s*(\\w+)\\.");

	private static final Pattern NODE = Pattern.compile(
			"<bpmn:(?:\\w*[tT]ask|\\w*[eE]vent|\\w*Gateway|subProcess|process|callActivity) [^>]*?\\bid=\"(\\w+)\"");

	private static final Pattern KEY = Pattern.compile("\"(?:key|path)\"\\s*:\\s*\"([^\"]+)\"");

	private static final String URL = ReleaseDatabase.of("release-1");

	@Autowired
	Story story;

	@Autowired
	ConfirmedGovernments confirmed;

	@Autowired
	People people;

	@Autowired
	SaveDraft save;

	@Autowired
	MyReceipts receipts;

	@Autowired
	VerifyReceipt verify;

	@Autowired
	Visitors visitors;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RuntimeService runtime;

	@Autowired
	MakeCheckpoint make;

	@Autowired
	VerifyTrail verifyTrail;

	@Autowired
	ApplicationContext desk;

	@DynamicPropertySource
	static void theDatabaseOfThatRelease(DynamicPropertyRegistry settings) {
		settings.add("spring.datasource.url", () -> URL);
	}

	@BeforeEach
	void a_minute_after_the_last_entry() {
		clock.set(jdbc.sql("select max(at) from audit_entry")
			.query(Timestamp.class)
			.single()
			.toInstant()
			.plus(Duration.ofMinutes(1)));
	}

	@Test
	void its_pledges_are_served_to_the_public_and_to_coordinators() {
		String published = jdbc.sql("select reference from published_pledge order by published_at limit 1")
			.query(String.class)
			.single();
		String inFlight = jdbc.sql("select reference from review order by reference limit 1")
			.query(String.class)
			.single();

		assertThat(visitors.anybody().opens("/pledges/" + published).text()).contains(published,
				"A welcome desk in every district");
		assertThat(visitors.signedIn(story.coordinator()).opens("/coordination/pledges/" + inFlight).text())
			.contains(inFlight, "A welcome desk in every district");
	}

	@Test
	void a_pledge_that_was_with_its_partners_comes_to_its_outcome() {
		PledgeReference reference = jdbc
			.sql("select reference from review where state = 'COMPLETED' and partner = 'UCLG' and exists (select from review "
					+ "other where (other.reference, other.revision) = (review.reference, review.revision) and other.state = 'OPEN')")
			.query(String.class)
			.optional()
			.map(PledgeReference::new)
			.orElseThrow();

		story.judges("MMC", reference, "APPROVE");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);
		// Nobody was asked who it is, then.
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.ACCEPTED);
		confirmed.confirm(story.pledge(reference).government());
		jobs.run(reference);

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		assertThat(jdbc.sql("select count(*) from inclusion where reference = ?")
			.param(reference.value())
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list())
			.allSatisfy(instance -> assertThat(runtime.createIncidentQuery().processInstanceId(instance.getId()).list())
				.isEmpty());
	}

	@Test
	void a_pledge_that_was_with_its_government_is_submitted_again() {
		PledgeReference reference = inState(PledgeState.CHANGES_REQUESTED).get(0);
		Person member = jdbc.sql("select created_by from pledge where reference = ?")
			.param(reference.value())
			.query(UUID.class)
			.optional()
			.map(AccountId::new)
			.map(people::person)
			.orElseThrow();

		// The first release took an action that is in progress and begins in 2100.
		save.save(reference, new SaveDraft.Change(story.pledge(reference).draftVersion(), UUID.randomUUID(),
				Answers.of(Map.of("start", "2020-01-15")), List.of("start")), member);
		story.submit(reference, member);
		jobs.run(reference);

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		assertThat(story.pledge(reference).latestRevision()).isEqualTo(2);
	}

	@Test
	void what_was_submitted_to_it_has_a_signed_receipt_that_is_genuine() {
		Map<PledgeReference, AccountId> submitted = new LinkedHashMap<>();
		jdbc.sql("select reference, created_by from pledge where first_submitted_at is not null").query(row -> {
			submitted.put(new PledgeReference(row.getString(1)), new AccountId(row.getObject(2, UUID.class)));
		});

		assertThat(submitted).isNotEmpty()
			.allSatisfy((reference,
					by) -> assertThat(verify.verify(receipts.file(reference, 1, people.person(by))).finding().genuine())
						.isTrue());
	}

	@Test
	void its_trail_comes_into_checkpoints_with_hashes_of_what_persons_wrote() {
		assertThat(make.make()).isPresent();
		while (make.make().isPresent()) {
			// One takes a portion.
		}

		assertThat(verifyTrail.verify()).isInstanceOf(Verification.Fits.class);
		assertThat(
				jdbc.sql("select count(*) from audit_entry where cardinality(personal) > 0").query(Long.class).single())
			.isPositive();
		assertThat(jdbc.sql("select count(*) from audit_entry where not jsonb_exists_all(hashes, personal)")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void every_bean_that_its_models_name_is_there() throws IOException {
		Set<String> beans = new TreeSet<>();
		for (Path model : in("processes", ".bpmn")) {
			for (Matcher bean = BEAN.matcher(Files.readString(model)); bean.find();) {
				beans.add(bean.group(1) == null ? bean.group(2) : bean.group(1));
			}
		}
		beans.remove("decisionResult");

		assertThat(beans).hasSizeGreaterThan(20).allSatisfy(bean -> assertThat(desk.containsBean(bean)).isTrue());
	}

	@Test
	void every_node_of_its_models_is_in_the_present_ones() throws IOException {
		for (Path model : in("processes", ".bpmn")) {
			Path present = Path.of("processes").resolve(model.getFileName());

			assertThat(all(NODE, present)).as(present.toString()).containsAll(all(NODE, model)).hasSizeGreaterThan(2);
		}
	}

	@Test
	void every_key_of_its_forms_is_in_the_present_ones() throws IOException {
		for (Path form : in("forms", ".form")) {
			Path present = Path.of("forms").resolve(form.getFileName());

			assertThat(all(KEY, present)).as(present.toString()).containsAll(all(KEY, form)).hasSizeGreaterThan(2);
		}
	}

	@Test
	void what_it_published_for_other_modules_is_published() {
		assertThat(jdbc.sql(
				"select table_name || '.' || column_name from information_schema.columns join information_schema.views "
						+ "using (table_schema, table_name) where table_schema = 'public'")
			.query(String.class)
			.list()).contains("government_name.id", "government_name.name", "edition_standing.year",
					"edition_standing.state", "pledge_place.reference", "pledge_place.edition_year",
					"pledge_standing.reference", "pledge_standing.government_id", "pledge_standing.state",
					"pledge_standing.call_year", "pledge_standing.first_submitted_at", "pledge_standing.changed_at");
	}

	private List<PledgeReference> inState(PledgeState state) {
		return jdbc.sql("select reference from pledge where state = ? order by reference")
			.param(state.name())
			.query((row, number) -> new PledgeReference(row.getString(1)))
			.list();
	}

	private static List<Path> in(String folder, String ending) throws IOException {
		try (Stream<Path> files = Files.list(RELEASE.resolve(folder))) {
			return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
		}
	}

	private static Set<String> all(Pattern pattern, Path file) throws IOException {
		Set<String> found = new TreeSet<>();
		for (Matcher one = pattern.matcher(Files.readString(file)); one.find();) {
			found.add(one.group(1));
		}
		return found;
	}

}
