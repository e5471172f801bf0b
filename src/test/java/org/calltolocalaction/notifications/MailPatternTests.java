package org.calltolocalaction.notifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.text.MailTexts;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;

/** By its name one knows what writes a mail and what it says (decision 0050). */
class MailPatternTests {

	private static final String[] SUBJECTS = Stream.of("pledge", "edition", "review", "membership")
		.map(subject -> "org.calltolocalaction.notifications." + subject)
		.toArray(String[]::new);

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(SUBJECTS);

	@Test
	void only_mails_and_listeners_write_into_the_outbox() {
		noClasses().that()
			.haveNameNotMatching(".*(Mails|MailListener)")
			.should()
			.dependOnClassesThat()
			.areAssignableTo(Outbox.class)
			.check(CLASSES);
	}

	@Test
	void what_a_mail_says_stands_in_its_texts() {
		noClasses().that()
			.haveNameNotMatching(".*MailTexts")
			.should()
			.dependOnClassesThat()
			.areAssignableTo(MailTexts.class)
			.check(CLASSES);
	}

	@Test
	void a_mail_that_an_act_of_a_person_causes_is_written_by_a_listener() {
		methods().that()
			.areAnnotatedWith(EventListener.class)
			.should()
			.beDeclaredInClassesThat()
			.haveNameMatching(".*MailListener")
			.check(CLASSES);
		classes().that().haveSimpleNameEndingWith("MailListener").should().bePackagePrivate().check(CLASSES);
	}

	@Test
	void texts_are_called_like_what_writes_them() {
		Set<String> written = subjectsOf(type -> type.getSimpleName().matches(".*(Mails|MailListener)"));

		assertThat(written).isNotEmpty().isEqualTo(subjectsOf(type -> type.getSimpleName().endsWith("MailTexts")));
	}

	private static Set<String> subjectsOf(Predicate<JavaClass> kind) {
		return CLASSES.stream()
			.filter(kind)
			.map(type -> type.getName().replaceFirst("(Mails|MailListener|MailTexts)$", "").replace(".Outbox", "."))
			.collect(Collectors.toSet());
	}

}
