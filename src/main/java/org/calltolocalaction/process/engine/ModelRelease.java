package org.calltolocalaction.process.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.calltolocalaction.kernel.Sha256;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The models and decision tables that this program carries, and their release: the number
 * of the last line of {@code processes/releases.txt}, which grows whenever one of them
 * changes. An older program deploys nothing over a newer one's models, else what begins
 * from then on would begin on the old ones.
 */
@Component
public class ModelRelease {

	private static final Logger log = LoggerFactory.getLogger(ModelRelease.class);

	private static final String DEPLOYMENT = "pledge-desk";

	private final int number;

	private final SortedMap<String, byte[]> models;

	private final JdbcClient jdbc;

	private final Clock clock;

	@Autowired
	ModelRelease(ResourcePatternResolver resources, JdbcClient jdbc, Clock clock) throws IOException {
		this(lastLine(resources).number(), read(resources), jdbc, clock);
	}

	/**
	 * @param models what is in each file, by its name
	 */
	ModelRelease(int number, Map<String, byte[]> models, JdbcClient jdbc, Clock clock) {
		this.number = number;
		this.models = new TreeMap<>(models);
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A release of the models: its number, and the hash of all of them together. */
	record Line(int number, String sha256) {

		static Line parse(String line) {
			String[] words = line.strip().split("\\s+");
			return new Line(Integer.parseInt(words[0]), words[1]);
		}

	}

	/** Deploys what has changed. The caller lets one node at a time do this. */
	void deploy(RepositoryService repository) {
		int newest = newest().orElse(0);
		if (newest > number) {
			log.warn(
					"The models in the database are of release {}, and this program has release {}: it is older than another "
							+ "that was started on this database, deploys none of its own, and goes on with the newer ones",
					newest, number);
			return;
		}
		DeploymentBuilder deployment = repository.createDeployment().name(DEPLOYMENT).enableDuplicateFiltering(true);
		models.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
		deployment.deploy();
		jdbc.sql("""
				insert into engine_models (release, sha256, deployed_at) values (?, ?, ?)
				on conflict (release) do update set sha256 = excluded.sha256, deployed_at = excluded.deployed_at
				where engine_models.sha256 <> excluded.sha256""")
			.params(number, sha256(), clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** The ids of the process definitions, also older ones, on which something runs. */
	List<String> inUse() {
		return jdbc.sql("""
				select id_ from act_re_procdef model
				where exists (select from act_ru_execution run where run.proc_def_id_ = model.id_)""")
			.query(String.class)
			.list();
	}

	int number() {
		return number;
	}

	/** Over the names and contents of all files, so that no change of any goes unseen. */
	String sha256() {
		MessageDigest digest = Sha256.digest();
		models.forEach((name, content) -> {
			digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
			digest.update(content);
		});
		return HexFormat.of().formatHex(digest.digest());
	}

	/** The release that was deployed last, by whichever program. */
	Optional<Integer> newest() {
		return jdbc.sql("select max(release) from engine_models")
			.query((row, index) -> Optional.ofNullable(row.getObject(1, Integer.class)))
			.single();
	}

	/** Every release, oldest first. */
	static List<Line> lines(ResourcePatternResolver resources) throws IOException {
		return resources.getResource("classpath:processes/releases.txt")
			.getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter(line -> !line.isBlank() && !line.startsWith("#"))
			.map(Line::parse)
			.toList();
	}

	private static Line lastLine(ResourcePatternResolver resources) throws IOException {
		List<Line> lines = lines(resources);
		return lines.get(lines.size() - 1);
	}

	private static SortedMap<String, byte[]> read(ResourcePatternResolver resources) throws IOException {
		SortedMap<String, byte[]> models = new TreeMap<>();
		for (String kind : List.of("bpmn", "dmn")) {
			for (Resource model : resources.getResources("classpath*:processes/*." + kind)) {
				models.put(model.getFilename(), model.getContentAsByteArray());
			}
		}
		return models;
	}

}
