package org.calltolocalaction.benchmarks;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills an edition with as many pledges as are asked for, of as many governments as that
 * takes, with their reviews, as many drafts, and what the trail has to say of them. Rows
 * are written past the use cases: nobody would wait for a hundred thousand processes.
 * Imported by the benchmarks that need it.
 */
class ManyPledges {

	private static final String PLEDGES = """
			insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by, changed_at,
			changed_by, call_year, first_submitted_at, latest_revision, decision_note, version)
			select 'CLA-2999-' || lpad(number::text, 6, '0'), government.id, 'UNDER_REVIEW', '{}', 1, :now, :author, :now,
			:author, :edition, :now, 1, '', 0
			from generate_series(:from, :to) as number join government on government.folded_name = 'many ' || number / 10""";

	private static final String GOVERNMENTS = """
			insert into government (id, version, name, folded_name, type, country, region, website, registered_at,
			standing)
			select gen_random_uuid(), 0, 'City ' || number, 'many ' || number, 'MUNICIPALITY',
			(array['AR', 'UG', 'ES', 'KE', 'FR'])[1 + number % 5], (array['AFRICA', 'LATAM', 'EUROPE'])[1 + number % 3], '', :now, 'CONFIRMED'
			from generate_series(:from / 10, :to / 10) as number on conflict do nothing""";

	private static final String LINES = """
			insert into coordination_pledge (edition, reference, step, state, timeliness, counts_for, government_id, government,
			government_order, country, section, title, title_order, language, first_submitted_at, submitted_on, changed_at,
			waits_for, waiting_since, due_at, mail_failed, search, kept_on)
			select :edition, reference, step, case step when 'CARRIED_OVER' then 'UNDER_REVIEW' else step end,
			case when number % 40 = 0 then 'IN_GRACE' else 'IN_TIME' end,
			case step when 'CARRIED_OVER' then :edition + 1 else :edition end, government_id, name, lower(name), country, region,
			title, lower(title), (array['en', 'en', 'es', 'fr'])[1 + number % 4], :now - days * interval '1 day',
			(:now - days * interval '1 day')::date, :now - days * interval '1 hour',
			case step when 'UNDER_REVIEW' then 'PARTNERS' when 'CHANGES_REQUESTED' then 'GOVERNMENT'
			when 'DISAGREEMENT' then 'COORDINATORS' when 'ACCEPTED' then 'EDITION' end,
			case when step in ('UNDER_REVIEW', 'CHANGES_REQUESTED', 'DISAGREEMENT', 'ACCEPTED') then :now - days * interval '1 day' end,
			case when step = 'UNDER_REVIEW' then :now + (20 - days / 2) * interval '1 day' end, number % 1000 = 7,
			to_tsvector('simple', translate(reference, '-', ' ') || ' ' || title || ' ' || name), (:now)::date
			from (select pledge.reference, government_id, name, country, region, right(pledge.reference, 6)::integer as number,
			random() * 120 as days,
			(array['UNDER_REVIEW', 'UNDER_REVIEW', 'INCLUDED', 'INCLUDED', 'ACCEPTED', 'CHANGES_REQUESTED', 'DISAGREEMENT',
			'DECLINED', 'WITHDRAWN', 'CARRIED_OVER'])[1 + floor(random() * 10)] as step,
			(select string_agg('term' || lpad(floor(1500 * power(random(), 2))::text, 4, '0'), ' ')
			from generate_series(1, 12) where pledge.reference is not null) as title
			from pledge join government on government.id = government_id where pledge.reference like 'CLA-2999-%' and not exists
			(select from coordination_pledge line where line.reference = pledge.reference)) as generated""";

	private static final String REVIEWS = """
			insert into coordination_review (reference, partner, edition, state, recommendation, reviewer, opened_at, due_at,
			completed_at, kept_on)
			select reference, partner, edition, case when due_at is null then 'COMPLETED' else 'OPEN' end,
			case when due_at is null then 'APPROVE' end, case when random() < 0.7 then :author end, first_submitted_at,
			coalesce(due_at, :now) + random() * interval '10 days',
			case when due_at is null then first_submitted_at + random() * interval '40 days' end, kept_on
			from coordination_pledge, unnest(array['UCLG', 'MMC', 'IOM']) as partner
			where reference like 'CLA-2999-%' and edition = :edition and step <> 'CARRIED_OVER' on conflict do nothing""";

	private static final String LAST_YEARS = """
			insert into coordination_pledge (edition, reference, step, state, timeliness, counts_for, government_id, government,
			government_order, country, section, title, title_order, language, first_submitted_at, submitted_on, changed_at,
			mail_failed, search, kept_on)
			select :edition - 1, reference, 'INCLUDED', 'INCLUDED', timeliness, :edition - 1, government_id, government,
			government_order, country, section, title, title_order, language, first_submitted_at, submitted_on, changed_at,
			false, search, kept_on from coordination_pledge where reference like 'CLA-2999-%' and edition = :edition
			and right(reference, 1) = '7' on conflict do nothing""";

	/** Some had a pledge then and have none now. */
	private static final String NOT_YET = """
			with gone as (insert into government (id, version, name, folded_name, type, country, region, website, registered_at,
			standing)
			select gen_random_uuid(), 0, 'Town ' || number, 'gone ' || number, 'MUNICIPALITY', 'AR', 'LATAM', '', :now, 'CONFIRMED'
			from generate_series(:from / 50, :to / 50) as number on conflict do nothing returning *),
			pledged as (insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by,
			changed_at, changed_by, call_year, first_submitted_at, latest_revision, decision_note, version)
			select 'CLA-2997-' || lpad(substring(folded_name from 6), 6, '0'), id, 'INCLUDED', '{}', 1, :now, :author, :now, :author,
			:edition, :now, 1, '', 0 from gone returning reference, government_id)
			insert into coordination_pledge (edition, reference, step, state, timeliness, counts_for, government_id, government,
			government_order, country, section, title, title_order, language, first_submitted_at, submitted_on, changed_at,
			mail_failed, search, kept_on)
			select :edition - 1, reference, 'INCLUDED', 'INCLUDED', 'IN_TIME', :edition - 1, government_id, name, lower(name), country,
			region, name, lower(name), 'es', :now, (:now)::date, :now, false, to_tsvector('simple', name), (:now)::date
			from pledged join gone on gone.id = government_id""";

	private static final String DRAFTS = """
			with drafted as (insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by,
			changed_at, changed_by, latest_revision, decision_note, version)
			select 'CLA-2998-' || lpad(number::text, 6, '0'), government.id, 'DRAFT', '{}', 1, :now, :author, :now, :author, 0, '', 0
			from generate_series(:from, :to) as number join government on government.folded_name = 'many ' || number / 10
			returning reference, government_id)
			insert into coordination_draft (reference, government_id, government, government_order, country, section, begun_at,
			kept_on)
			select drafted.reference, government_id, name, lower(name), country, region, :now - random() * interval '120 days', (:now)::date
			from drafted join government on government.id = government_id""";

	private static final String TRAIL = """
			insert into audit_entry (kind, about, at, who, facts, personal)
			select kind, 'CLA-2999-' || lpad(number::text, 6, '0'), :now - random() * interval '120 days',
			case kind when 'pledge.accepted' then null else cast(:author as uuid) end, '{}', '{}' from generate_series(:from, :to) as number,
			unnest(array['pledge.begun', 'pledge.submitted', 'pledge.accepted']) as kind""";

	private static final String WORDS = """
			insert into coordination_word select distinct unnest(tsvector_to_array(search)) from coordination_pledge
			where :from <= :to on conflict do nothing""";

	private static final List<String> TABLES = List.of("pledge", "government", "coordination_pledge",
			"coordination_review", "coordination_draft", "coordination_count", "coordination_presence",
			"coordination_government", "coordination_name", "coordination_word", "audit_entry");

	private final JdbcClient jdbc;

	private final Clock clock;

	private int written;

	ManyPledges(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** As many as are asked for are there then, with those that were there before. */
	void writeUpTo(int pledges, int edition, Person author) {
		for (String rows : List.of(GOVERNMENTS, PLEDGES, LINES, REVIEWS, LAST_YEARS, NOT_YET, DRAFTS, TRAIL, WORDS)) {
			jdbc.sql(rows)
				.param("now", clock.instant().atOffset(ZoneOffset.UTC))
				.param("edition", edition)
				.param("author", author.id().value())
				.param("from", written + 1)
				.param("to", pledges)
				.update();
		}
		// As the desk does it after each thousand lines.
		jdbc.sql(
				"""
						with taken as (delete from coordination_count returning *) insert into coordination_count
						select edition, what, key, day, sum(number) from taken group by edition, what, key, day having sum(number) <> 0""")
			.update();
		TABLES.forEach(table -> jdbc.sql("vacuum analyze " + table).update());
		written = pledges;
	}

	/** The trail stays: nobody can take anything out of it. */
	void away() {
		for (String table : List.of("coordination_pledge", "coordination_review", "coordination_draft", "pledge")) {
			jdbc.sql("delete from " + table + " where reference ~ '^CLA-299[789]-'").update();
		}
		jdbc.sql("delete from government where folded_name ~ '^(many|gone) '").update();
		written = 0;
	}

}
