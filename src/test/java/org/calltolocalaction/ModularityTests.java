package org.calltolocalaction;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;

/** The borders between the modules, and the few rules that hold in all of them. */
class ModularityTests {

	private static final ApplicationModules MODULES = ApplicationModules.of(PledgeDesk.class);

	private static final int MOST_COLLABORATORS = 8;

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.calltolocalaction");

	@Test
	void modules_use_of_each_other_what_they_say_they_use() {
		MODULES.verify();
	}

	@Test
	void only_the_process_module_knows_the_engine() {
		noClasses().that(not(resideInAnyPackage("org.calltolocalaction.process..")))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.camunda..")
			.check(CLASSES);
	}

	@Test
	void only_what_writes_calendars_knows_the_library_for_them() {
		noClasses()
			.that(not(resideInAnyPackage("org.calltolocalaction.kernel.calendar..", "org.calltolocalaction.testing..")))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("net.fortuna..")
			.check(CLASSES);
	}

	@Test
	void the_parts_of_a_module_know_each_other_one_way() {
		slices().matching("org.calltolocalaction.reviews.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void what_all_parts_of_the_reviews_share_knows_none_of_them() {
		String reviews = "org.calltolocalaction.reviews";
		noClasses().that()
			.resideInAnyPackage(reviews, reviews + ".rounds", reviews + ".judgement", reviews + ".absence",
					reviews + ".interest", reviews + ".remarks", reviews + ".address")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(reviews + ".judging..", reviews + ".worklist..", reviews + ".team..",
					reviews + ".discussion..", reviews + ".offline..")
			.check(CLASSES);
	}

	@Test
	void the_review_itself_knows_none_of_the_parts_around_it() {
		String reviews = "org.calltolocalaction.reviews";
		noClasses().that()
			.resideInAPackage(reviews)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(reviews + ".*..")
			.check(CLASSES);
	}

	@Test
	void the_parts_of_the_mails_know_each_other_one_way() {
		String[] subjects = Stream.of("pledge", "edition", "review", "membership")
			.map(subject -> "org.calltolocalaction.notifications." + subject)
			.toArray(String[]::new);
		slices().matching("org.calltolocalaction.notifications.(*)..").should().beFreeOfCycles().check(CLASSES);
		noClasses().that()
			.resideInAPackage("org.calltolocalaction.notifications..")
			.and()
			.resideOutsideOfPackages(subjects)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(subjects)
			.check(CLASSES);
	}

	@Test
	void the_parts_of_pledges_know_each_other_one_way() {
		slices().matching("org.calltolocalaction.pledges.(*)..").should().beFreeOfCycles().check(CLASSES);
		noClasses().that()
			.resideInAPackage("org.calltolocalaction.pledges")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..pledges.drafting..", "..pledges.submitting..", "..pledges.files..",
					"..pledges.similarity..", "..pledges.progress..", "..pledges.placement..", "..pledges.keeping..",
					"..pledges.signoff..", "..pledges.paper..", "..pledges.receipts..")
			.check(CLASSES);
	}

	@Test
	void time_is_read_from_an_injected_clock_only() {
		noClasses().that()
			.doNotBelongToAnyOf(PledgeDesk.class)
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(LocalDateTime.class, "now")
			.orShould()
			.callMethod(ZonedDateTime.class, "now")
			.orShould()
			.callMethod(OffsetDateTime.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callConstructor(Date.class)
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(Clock.class, "systemDefaultZone")
			.check(CLASSES);
	}

	/**
	 * A stream of rows holds its connection until somebody closes it, and nobody does.
	 */
	@Test
	void rows_are_read_to_their_end() {
		noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(CLASSES);
	}

	/** NullAway looks at nothing else: see docs/decisions/0054-null-marked.md. */
	@Test
	void every_package_says_what_may_be_null() {
		List<String> unmarked = CLASSES.stream()
			.map(JavaClass::getPackage)
			.filter(part -> !part.isAnnotatedWith(NullMarked.class))
			.map(JavaPackage::getName)
			.distinct()
			.toList();

		assertThat(unmarked).isEmpty();
	}

	@Test
	void what_a_class_needs_is_handed_to_its_constructor() {
		noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
	}

	@Test
	void pages_are_made_in_the_web_packages_or_by_the_module_that_is_one_page() {
		noClasses().that()
			.resideOutsideOfPackages("..web..", "..site..", "..tryout..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.web.bind.annotation..", "org.springframework.ui..")
			.check(CLASSES);
	}

	/** One that needs more has several jobs. */
	@Test
	void no_part_of_the_desk_needs_more_than_eight_others() {
		List<String> busy = CLASSES.stream()
			.filter(type -> type.isMetaAnnotatedWith(Component.class))
			.flatMap(type -> type.getConstructors().stream())
			.filter(constructor -> constructor.getRawParameterTypes().size() > MOST_COLLABORATORS)
			.map(constructor -> constructor.getOwner().getSimpleName())
			.toList();

		assertThat(busy).isEmpty();
	}

	/** A part of a form and a mail of the local mailbox are named by words. */
	@Test
	void what_stands_in_an_address_is_an_identifier_of_its_own_type() {
		List<String> words = CLASSES.stream()
			.flatMap(type -> type.getMethods().stream())
			.map(JavaMethod::reflect)
			.flatMap(method -> Arrays.stream(method.getParameters()))
			.filter(parameter -> parameter.isAnnotationPresent(PathVariable.class))
			.filter(parameter -> parameter.getType() == String.class || parameter.getType() == UUID.class)
			.map(parameter -> parameter.getDeclaringExecutable().getDeclaringClass().getSimpleName() + "."
					+ parameter.getName())
			.distinct()
			.sorted()
			.toList();

		assertThat(words).containsExactly("FillPartController.part", "MailboxPage.id");
	}

}
