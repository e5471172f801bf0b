package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.endtoend.TrailTest.Act;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.ViewAs;
import org.calltolocalaction.identity.Viewing;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.proof.MakeCheckpoint;
import org.calltolocalaction.kernel.audit.proof.Verification;
import org.calltolocalaction.kernel.audit.proof.VerifyTrail;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Every act that changes something leaves its entry: who, when, what, why. Each is done
 * through the use case that does it. What is added to the desk is missed here until it
 * stands in the list of its part, or here with the reason why not.
 */
@DeskTest
class TrailOfEveryActTests {

	private static final Pattern KIND = Pattern.compile("AuditEntry\\.of\\(\\s*\"([^\"]+)\"");

	private static final Pattern ENTRY = Pattern.compile("AuditEntry\\.of\\(");

	private static final Set<String> DOMAIN = Set.of("governments", "identity", "pledges", "reviews", "editions",
			"reports", "coordination", "registry");

	/** What persons do that has no entry of its own, and why. */
	private static final Map<String, String> WITHOUT_AN_ENTRY = Map.ofEntries(
			Map.entry("UpdateProfile.introduce", "one's own settings"),
			Map.entry("UpdateProfile.guessZone", "one's own settings"),
			Map.entry("UpdateProfile.receiveMails", "one's own settings"),
			Map.entry("UpdateProfile.speak", "one's own settings"),
			Map.entry("SaveDraft.save", "every save is kept whole, with its author"),
			Map.entry("DraftPresence.seen", "for minutes only"),
			Map.entry("MyPledges.forChange", "only looks and locks"),
			Map.entry("RoomForPledges.forDraft", "only looks, and refuses"),
			Map.entry("PartnerReviews.forChange", "only looks and locks"),
			Map.entry("SaveReviewDraft.save", "a draft is the reviewer's own"),
			Map.entry("SaveReviewDraft.goOnWith", "a draft is the reviewer's own"),
			Map.entry("SaveSearch.save", "one's own until it is shared"),
			Map.entry("ArrangeWorklist.show", "one's own settings"),
			Map.entry("ArrangeWorklist.showAsAtFirst", "one's own settings"),
			Map.entry("ArrangeWorklist.useShortcuts", "one's own settings"),
			Map.entry("ArrangeWorklist.showDense", "one's own settings"), Map.entry("JudgedPledge.of", "only looks"),
			Map.entry("VisitPledge.look", "what one has seen is nobody else's business"),
			Map.entry("EndorseDeclaration.today", "only looks"), Map.entry("ReadAttachments.own", "only looks"),
			Map.entry("MyReceipts.file", "signs, once, what was submitted before there were signatures"),
			Map.entry("MyPapers.receipt", "only looks"), Map.entry("MyPapers.submitted", "only looks"),
			Map.entry("MyPapers.draft", "only looks"), Map.entry("GovernmentArchive.write", "only looks"),
			Map.entry("ReviewForm.context", "only looks"), Map.entry("ReviewOffline.spreadsheet", "only looks"),
			Map.entry("StandIns.offeredTo", "only looks"), Map.entry("SavedSearches.offeredTo", "only looks"),
			Map.entry("WorklistSearch.keys", "only looks"),
			Map.entry("ReviewOffline.handIn", "each row is completed by CompleteReview"),
			Map.entry("ReopenedReview.open", "is asked for by ReopenReview and RequestNewReview"),
			Map.entry("ReviewsInBulk.take", "each is taken by TakeReview"),
			Map.entry("ReviewsInBulk.release", "each is given back by TakeReview"),
			Map.entry("ReviewsInBulk.assign", "each is given by AssignReview"),
			Map.entry("StandIns.takeAll", "each is given by AssignReview"),
			Map.entry("TrailProof.standing", "only looks"), Map.entry("CheckConsistency.begin", "only looks"),
			Map.entry("CheckConsistency.newest", "only looks"), Map.entry("TrailProof.verify", "only looks"),

			Map.entry("TrailProof.export", "only looks"), Map.entry("TrailProof.proof", "only looks"),
			Map.entry("ActAsForeseen.moveDeadline", "is moved by MoveDeadline"),
			Map.entry("ActAsForeseen.setReviewCalendar", "is set by SetReviewCalendar"),
			Map.entry("ActAsForeseen.changePartners", "are changed by ChangePartners"),
			Map.entry("ActAsForeseen.approveReport", "is approved by ReleaseReport"),
			Map.entry("DecideAsForeseen.decide", "is decided by DecideStanding"),
			Map.entry("MergeAsForeseen.merge", "is merged by MergeGovernments"),
			Map.entry("Governments.ownOpen", "only reads, and holds what it read"),
			Map.entry("MyPledges.openGovernmentOf", "only reads, and holds what it read"),
			Map.entry("CloseAsForeseen.change", "is closed and opened by CloseGovernment"),
			Map.entry("RecordLetter.today", "only looks"), Map.entry("RenewPledge.renew", "is begun by BeginPledge"));

	@Autowired
	private ApplicationContext desk;

	@Test
	void no_kind_of_entry_is_left_out_here() throws IOException {
		Set<String> walked = acts().stream().map(Act::kind).collect(Collectors.toSet());

		assertThat(walked).containsExactlyInAnyOrderElementsOf(kindsInTheCode());
	}

	@Test
	void the_kind_of_an_entry_stands_where_the_entry_begins() throws IOException {
		for (Path source : sources()) {
			String code = Files.readString(source);
			assertThat(ENTRY.matcher(code).results().count()).as(source.toString())
				.isEqualTo(KIND.matcher(code).results().count());
		}
	}

	@Test
	void nothing_that_a_person_does_is_left_out_here() {
		Set<String> known = new TreeSet<>(WITHOUT_AN_ENTRY.keySet());
		acts().forEach(act -> known.add(act.useCase()));
		known.removeIf(useCase -> useCase.startsWith("by "));

		assertThat(known).containsAll(whatPersonsDo());
	}

	@Test
	void nothing_that_a_person_does_is_done_by_whoever_looks_on_in_their_place() {
		Person seen = inSomebodysPlace();
		List<String> done = new ArrayList<>();
		int acts = 0;
		for (Method act : actsOfPersons().filter(TrailOfEveryActTests::inTransaction).toList()) {
			Object useCase = desk.getBean(act.getDeclaringClass());
			Object[] given = Arrays.stream(act.getParameterTypes())
				.map(type -> type == Person.class ? seen : nothing(type))
				.toArray();
			acts++;
			try {
				ReflectionUtils.invokeMethod(act, useCase, given);
				done.add(act.toString());
			}
			catch (Refused refused) {
				assertThat(refused.messageKey()).isEqualTo("identity.viewing.refused");
			}
			catch (RuntimeException otherwise) {
				done.add(act + ": " + otherwise);
			}
		}

		assertThat(acts).isGreaterThan(60);
		assertThat(done).isEmpty();
		assertThatThrownBy(() -> AuditEntry.of("pledge.submitted", seen.id()).by(seen)).isInstanceOf(Refused.class);
	}

	private Person inSomebodysPlace() {
		Story story = desk.getBean(Story.class);
		ViewAs viewAs = desk.getBean(ViewAs.class);
		Person member = story.memberOf("Kampala");
		Viewing viewing = viewAs.begin(story.coordinator(), EmailAddress.parse(member.email()).orElseThrow(),
				"A question");
		return viewAs.seen(viewing, story.coordinator()).orElseThrow();
	}

	private static Object nothing(Class<?> type) {
		return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
	}

	private static boolean inTransaction(Method act) {
		return new AnnotationTransactionAttributeSource().getTransactionAttribute(act, act.getDeclaringClass()) != null;
	}

	@Test
	void whatever_was_done_in_this_run_is_what_the_checkpoints_hold() {
		while (desk.getBean(MakeCheckpoint.class).make().isPresent()) {
			// One takes a portion.
		}

		assertThat(desk.getBean(VerifyTrail.class).verify()).isInstanceOf(Verification.Fits.class);
	}

	private static List<Act> acts() {
		return Stream
			.of(new TrailOfPeopleTests(), new TrailOfMailsTests(), new TrailOfPledgesTests(), new TrailOfReviewsTests(),
					new TrailOfEditionsTests(), new TrailOfActsOnManyTests(), new TrailOfOperationsTests(),
					new TrailOfMovesTests())
			.map(TrailTest::acts)
			.flatMap(List::stream)
			.toList();
	}

	private static Set<String> kindsInTheCode() throws IOException {
		Set<String> kinds = new TreeSet<>();
		for (Path source : sources()) {
			KIND.matcher(Files.readString(source)).results().forEach(found -> kinds.add(found.group(1)));
		}
		return kinds;
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter(file -> file.toString().endsWith(".java")).toList();
		}
	}

	/** Whatever takes a person and may write, outside the pages. */
	private Set<String> whatPersonsDo() {
		return actsOfPersons().map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Stream<Method> actsOfPersons() {
		return Arrays.stream(desk.getBeanDefinitionNames())
			.map(desk::getType)
			.filter(type -> type != null)
			.map(ClassUtils::getUserClass)
			.filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isInterface()
					&& isOfTheDomain(type.getPackageName()))
			.flatMap(type -> Arrays.stream(type.getDeclaredMethods()).filter(TrailOfEveryActTests::isAct));
	}

	private static boolean isOfTheDomain(String name) {
		List<String> parts = List.of(name.split("\\."));
		return parts.size() > 2 && name.startsWith("org.calltolocalaction.") && DOMAIN.contains(parts.get(2))
				&& !parts.contains("web");
	}

	private static boolean isAct(Method method) {
		TransactionAttribute transaction = new AnnotationTransactionAttributeSource().getTransactionAttribute(method,
				method.getDeclaringClass());
		return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()
				&& List.of(method.getParameterTypes()).contains(Person.class)
				&& (transaction == null || !transaction.isReadOnly());
	}

}
