package org.calltolocalaction.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A report that was frozen while it was kept in one piece is the same in rows. */
class EarlierFrozenReportsTests {

	private static final String FROZEN = """
			[{"title": "Ignored", "answers": {"stage": "PLANNING", "title": "Agua para tod@s – „ñ“", "budget": 1.50,
			"mainGcmObjectives": ["GCM-15", "GCM-07"], "gcrObjectives": ["GCR-2"]}, "country": "AR", "region": "LATAM",
			"revision": 2, "published": true, "reference": "CLA-2022-0002", "governmentName": "Godoy Cruz",
			"governmentType": "MUNICIPALITY"},
			{"answers": {"title": "Quiet"}, "country": "NO", "region": "EUROPE", "revision": 1, "published": false,
			"reference": "CLA-2022-0001", "governmentName": "Oslo", "governmentType": "MUNICIPALITY"}]""";

	@Test
	void its_content_is_the_same_and_its_hash_is_of_it() throws Exception {
		String url = TestDatabase.urlOfAnEmptyOne();
		migrate(url, "611");
		try (Connection connection = DriverManager.getConnection(url, TestDatabase.USER, TestDatabase.PASSWORD)) {
			JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			jdbc.sql(
					"""
							insert into edition (year, state, forum, deadline_local, deadline_zone, grace_minutes, review_days,
							review_cut_off_days, opened_at, version) values (2022, 'PUBLISHED', '', now(), 'UTC', 0, 15, 45, now(), 0),
							(2021, 'PUBLISHED', '', now(), 'UTC', 0, 15, 45, now(), 0)""")
				.update();
			jdbc.sql(
					"insert into frozen_report (edition_year, content, frozen_at) values (2022, ?::jsonb, now()), (2021, '[]', now())")
				.param(FROZEN)
				.update();
			growing(jdbc);
			String before = jdbc.sql("select content::text from frozen_report where edition_year = 2022")
				.query(String.class)
				.single();

			migrate(url, "620");

			assertThat(jdbc.sql(
					"select jsonb_agg(content order by reference desc)::text from report_entry where edition_year = 2022")
				.query(String.class)
				.single()).isEqualTo(before);
			assertThat(jdbc
				.sql("select reference, country, published, array_to_string(objectives, ' ') as objectives "
						+ "from report_entry order by reference")
				.query()
				.listOfRows())
				.isEqualTo(List.of(
						Map.of("reference", "CLA-2022-0001", "country", "NO", "published", false, "objectives", ""),
						Map.of("reference", "CLA-2022-0002", "country", "AR", "published", true, "objectives",
								"GCM-07 GCM-15 GCR-2"),
						Map.of("reference", "CLA-2023-0001", "country", "UG", "published", true, "objectives",
								"GCM-15"),
						Map.of("reference", "CLA-2023-0002", "country", "UG", "published", false, "objectives", "")));
			assertThat(jdbc.sql("select count(*) from report_entry where edition_year = 2023 and content is null")
				.query(Long.class)
				.single()).isEqualTo(2);
			assertThat(jdbc.sql(ReportSeals.HASH).param(2022).query(String.class).single())
				.isEqualTo(jdbc.sql("select sha256 from frozen_report where edition_year = 2022")
					.query(String.class)
					.single());
			assertThat(jdbc.sql(ReportSeals.HASH).param(2021).query(String.class).single())
				.isEqualTo(jdbc.sql("select sha256 from frozen_report where edition_year = 2021")
					.query(String.class)
					.single());
		}
	}

	/** Two places in a report that is not frozen. */
	private static void growing(JdbcClient jdbc) {
		jdbc.sql(
				"""
						insert into edition (year, state, forum, deadline_local, deadline_zone, grace_minutes, review_days,
						review_cut_off_days, opened_at, version) values (2023, 'OPEN', '', now(), 'UTC', 0, 15, 45, now(), 0)""")
			.update();
		jdbc.sql(
				"""
						insert into government (id, version, name, folded_name, type, country, region, website, registered_at)
						values ('00000000-0000-4000-8000-000000000001', 0, 'Kampala', 'kampala', 'MUNICIPALITY', 'UG', 'AFRICA', '', now())""")
			.update();
		for (String[] pledge : new String[][] {
				{ "CLA-2023-0001", "{\"consent\": \"YES\", \"mainGcmObjectives\": [\"GCM-15\"]}" },
				{ "CLA-2023-0002", "{\"title\": \"Quiet\"}" } }) {
			jdbc.sql(
					"""
							insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by, changed_at,
							changed_by, call_year, first_submitted_at, latest_revision, decision_note, version)
							select ?, id, 'INCLUDED', '{}', 1, now(), id, now(), id, 2023, now(), 1, '', 0 from government""")
				.param(pledge[0])
				.update();
			jdbc.sql(
					"""
							insert into pledge_revision (reference, number, content, sha256, submitted_at, submitted_by, member_zone,
							timeliness, counts_for) select reference, 1, convert_to('{"answers": ' || ? || '}', 'UTF8'), repeat('0', 64), now(),
							created_by, 'UTC', 'IN_TIME', 2023 from pledge where reference = ?""")
				.params(pledge[1], pledge[0])
				.update();
			jdbc.sql("insert into inclusion (reference, edition_year, revision, reason, included_at, version) "
					+ "values (?, 2023, 1, 'IN_TIME', now(), 0)")
				.param(pledge[0])
				.update();
		}
	}

	private static void migrate(String url, String to) {
		Flyway.configure()
			.dataSource(url, TestDatabase.USER, TestDatabase.PASSWORD)
			.locations("classpath:db/migration")
			.outOfOrder(true)
			.target(to)
			.load()
			.migrate();
	}

}
