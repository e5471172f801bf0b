package org.calltolocalaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/**
 * Whose a table is says the folder of its migrations, and others read it by a published
 * view only: what {@link ModularityTests} sees of classes, seen of SQL.
 */
class TablesOfModulesTests {

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	private static final Path SOURCES = Path.of("src/main/java/org/calltolocalaction");

	private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?(\\w+)");

	private static final Pattern VIEW = Pattern.compile("create (?:or replace )?view (\\w+)");

	private static final Pattern REFERENCES = Pattern.compile("references (\\w+)");

	private static final Pattern TEXT = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"",
			Pattern.DOTALL);

	/** What is read, written or joined in SQL, with the rest of a list behind a comma. */
	private static final Pattern NAMED = Pattern.compile(
			"\\b(?:from|join|into|update|using)\\s+([a-z_]+(?:\\s+[a-z_]+)?(?:\\s*,\\s*[a-z_]+(?:\\s+[a-z_]+)?)*)");

	private static final Map<String, String> TABLES = named(TABLE);

	private static final Map<String, String> VIEWS = named(VIEW);

	@Test
	void each_module_with_a_folder_of_migrations_is_run_and_is_one() {
		assertThat(order()).containsExactlyInAnyOrderElementsOf(folders());
		assertThat(order()).allSatisfy(module -> assertThat(declared(module)).isNotNull());
	}

	@Test
	void the_tables_of_a_module_are_made_after_those_of_all_that_it_uses() {
		List<String> order = order();
		for (String module : order) {
			Set<String> uses = new TreeSet<>(usedBy(module));
			uses.retainAll(order);
			uses.remove(module);
			assertThat(order.subList(0, order.indexOf(module))).as(module).containsAll(uses);
		}
	}

	@Test
	void a_foreign_key_leads_to_a_table_that_is_there_already() {
		List<String> order = order();
		eachMigration((module, sql) -> {
			for (Matcher reference = REFERENCES.matcher(sql); reference.find();) {
				String owner = TABLES.get(reference.group(1));
				assertThat(owner).as("owner of " + reference.group(1)).isNotNull();
				assertThat(order.indexOf(owner)).as(module + " -> " + reference.group(1))
					.isLessThanOrEqualTo(order.indexOf(module));
			}
		});
	}

	@Test
	void sql_names_the_tables_of_its_own_module_and_published_views_of_modules_that_it_may_use() throws IOException {
		Set<String> found = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(SOURCES)) {
			for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
				String module = SOURCES.relativize(source).getName(0).toString();
				for (String name : namedIn(Files.readString(source))) {
					if (isSomebodyElses(name, module)) {
						found.add(SOURCES.relativize(source) + " -> " + name);
					}
				}
			}
		}
		assertThat(found).isEmpty();
	}

	@Test
	void a_table_of_another_module_is_seen_in_any_place_of_a_statement() {
		assertThat(namedIn("\"\"\"\n select * from review, pledge p where x\"\"\"")).contains("review", "pledge");
		assertThat(namedIn("\"update mail set a = 1\"")).containsExactly("mail");
		assertThat(namedIn("\"select a from b left join pledge using (c)\"")).contains("pledge");
		assertThat(isSomebodyElses("pledge", "coordination")).isTrue();
		assertThat(isSomebodyElses("pledge_standing", "coordination")).isFalse();
		assertThat(isSomebodyElses("pledge_standing", "governments")).isTrue();
		assertThat(isSomebodyElses("pledge", "pledges")).isFalse();
	}

	private static boolean isSomebodyElses(String name, String module) {
		String owner = TABLES.getOrDefault(name, VIEWS.get(name));
		if (owner == null || owner.equals(module)) {
			return false;
		}
		return TABLES.containsKey(name) || !mayUse(module, owner);
	}

	private static boolean mayUse(String module, String owner) {
		return usedBy(module).contains(owner);
	}

	/** What it says that it uses; {@link ModularityTests} shows that it uses no more. */
	private static Set<String> usedBy(String module) {
		List<String> allowed = List.of(declared(module).allowedDependencies());
		return allowed.contains(ApplicationModule.OPEN_TOKEN) ? Set.copyOf(folders())
				: allowed.stream().map(named -> named.split(" :: ")[0]).collect(Collectors.toSet());
	}

	private static ApplicationModule declared(String module) {
		String named = PledgeDesk.class.getPackageName() + "." + module + ".package-info";
		try {
			return Class.forName(named).getAnnotation(ApplicationModule.class);
		}
		catch (ClassNotFoundException none) {
			throw new AssertionError(module + " has no package-info", none);
		}
	}

	private static Set<String> namedIn(String source) {
		Set<String> names = new TreeSet<>();
		for (Matcher text = TEXT.matcher(source); text.find();) {
			String sql = text.group(1) == null ? text.group(2) : text.group(1);
			for (Matcher named = NAMED.matcher(sql); named.find();) {
				for (String item : named.group(1).split(",")) {
					names.add(item.strip().split("\\s")[0]);
				}
			}
		}
		return names;
	}

	private static Map<String, String> named(Pattern made) {
		Map<String, String> owners = new HashMap<>();
		eachMigration((module, sql) -> {
			for (Matcher name = made.matcher(sql); name.find();) {
				owners.put(name.group(1), module);
			}
		});
		return owners;
	}

	private interface Migration {

		void see(String module, String sql);

	}

	private static void eachMigration(Migration migration) {
		for (String module : folders()) {
			each(MIGRATIONS.resolve(module), file -> {
				try {
					migration.see(module, Files.readString(file));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

	private static List<String> folders() {
		List<String> folders = new ArrayList<>();
		each(MIGRATIONS, folder -> folders.add(folder.getFileName().toString()));
		return folders;
	}

	private static void each(Path folder, Consumer<Path> what) {
		try (Stream<Path> all = Files.list(folder)) {
			all.sorted().forEach(what);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> order() {
		Properties settings = new Properties();
		try (InputStream file = PledgeDesk.class.getResourceAsStream("/application.properties")) {
			settings.load(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.of(settings.getProperty("desk.database.modules").split(","));
	}

}
