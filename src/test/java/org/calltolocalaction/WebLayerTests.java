package org.calltolocalaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page is made in one way: its controller names the view and hands it one record. See
 * docs/decisions/0053-pages-and-refusals.md.
 */
class WebLayerTests {

	/**
	 * The page, the form that it binds or the title's mark, and one thing that says why
	 * it is shown again.
	 */
	private static final int MOST_ATTRIBUTES = 3;

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** A template, and perhaps the part of it. */
	private static final Pattern VIEW = Pattern.compile("\"([a-z][\\w-]*(?:/[\\w-]+)+)(?: :: [^\"]*)?\"");

	/**
	 * A part of the first page says which fragment it is, because no handler shows it;
	 * and so does what makes a document on paper.
	 */
	private static final Pattern MAY_NAME_VIEWS = Pattern.compile(
			"^@Controller(Advice)?\\b|\\bimplements [\\w, ]*\\bHomePart\\b|\\bPaperPage(\\.of)?\\(", Pattern.MULTILINE);

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.calltolocalaction");

	@Test
	void only_controllers_hold_a_model() {
		assertThat(CLASSES.stream()
			.filter(type -> !controller(type))
			.flatMap(type -> type.getMethods().stream())
			.filter(WebLayerTests::holdsModel)
			.map(WebLayerTests::name)).isEmpty();
	}

	@Test
	void only_controllers_name_views() throws IOException {
		for (Path source : sources()) {
			String code = Files.readString(source);
			if (!MAY_NAME_VIEWS.matcher(code).find()) {
				assertThat(VIEW.matcher(code).results().map(view -> view.group(1)).filter(WebLayerTests::exists))
					.as(source.toString())
					.isEmpty();
			}
		}
	}

	@Test
	void a_handler_hands_one_record_to_its_page_and_little_beside_it() {
		List<JavaMethod> handlers = CLASSES.stream()
			.filter(WebLayerTests::controller)
			.flatMap(type -> type.getMethods().stream())
			.filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
			.toList();

		assertThat(handlers.stream().filter(handler -> attributes(handler) > MOST_ATTRIBUTES).map(WebLayerTests::name))
			.isEmpty();
		assertThat(handlers.stream().mapToLong(WebLayerTests::attributes).max()).as("what is counted")
			.hasValue(MOST_ATTRIBUTES);
	}

	private static boolean controller(JavaClass type) {
		return type.isMetaAnnotatedWith(Controller.class) || type.isMetaAnnotatedWith(ControllerAdvice.class);
	}

	private static boolean holdsModel(JavaMethod method) {
		return Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
			.anyMatch(type -> type.isAssignableTo(Model.class) || type.isAssignableTo(ModelMap.class)
					|| type.isAssignableTo(ModelAndView.class));
	}

	/**
	 * What it and the methods of its controller that it calls put into the model, and
	 * what stands there already.
	 */
	private static long attributes(JavaMethod handler) {
		JavaClass controller = handler.getOwner();
		Set<JavaMethod> reached = new LinkedHashSet<>();
		Deque<JavaMethod> next = new ArrayDeque<>(List.of(handler));
		while (!next.isEmpty()) {
			JavaMethod method = next.pop();
			if (reached.add(method)) {
				method.getMethodCallsFromSelf()
					.stream()
					.filter(call -> call.getTargetOwner().equals(controller))
					.map(call -> call.getTarget().resolveMember())
					.flatMap(Optional::stream)
					.forEach(next::push);
			}
		}
		long added = reached.stream()
			.flatMap(method -> method.getMethodCallsFromSelf().stream())
			.filter(WebLayerTests::addsAttribute)
			.count();
		long ofAllHandlers = controller.getMethods()
			.stream()
			.filter(method -> method.isAnnotatedWith(ModelAttribute.class))
			.count();
		return added + ofAllHandlers;
	}

	private static boolean addsAttribute(JavaMethodCall call) {
		JavaClass owner = call.getTargetOwner();
		return (owner.isAssignableTo(Model.class) || owner.isAssignableTo(ModelMap.class))
				&& Set.of("addAttribute", "addAllAttributes").contains(call.getName())
				|| owner.isAssignableTo(ModelAndView.class)
						&& Set.of("addObject", "addAllObjects").contains(call.getName());
	}

	private static String name(JavaMethod method) {
		return method.getOwner().getSimpleName() + "." + method.getName();
	}

	private static boolean exists(String view) {
		return Files.exists(TEMPLATES.resolve(view + ".html"));
	}

	private static List<Path> sources() {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter(file -> file.toString().endsWith(".java")).toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
