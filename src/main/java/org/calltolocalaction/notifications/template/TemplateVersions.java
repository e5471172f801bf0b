package org.calltolocalaction.notifications.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps every version of what mails say in other words than the standard ones. */
@Repository
class TemplateVersions {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	/** As many as a page lists; older ones are found by their number. */
	static final int LISTED = 50;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	TemplateVersions(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** The newest of each template in each language. */
	Map<TemplateId, TemplateVersion> newest() {
		Map<TemplateId, TemplateVersion> newest = new HashMap<>();
		jdbc.sql("""
				select distinct on (template, language) * from mail_wording
				order by template, language, version desc""").query((row, number) -> {
			TemplateVersion version = read(row);
			Locale language = Locale.forLanguageTag(row.getString("language"));
			// A release may have no such mail any more.
			MailTemplate.find(row.getString("template"))
				.ifPresent(template -> newest.put(new TemplateId(template, language), version));
			return number;
		}).list();
		return newest;
	}

	TemplateVersion newest(TemplateId id) {
		return jdbc.sql("""
				select * from mail_wording where template = ? and language = ? order by version desc limit 1""")
			.params(id.template().code(), id.language().getLanguage())
			.query((row, number) -> read(row))
			.optional()
			.orElse(TemplateVersion.NONE);
	}

	/** Newest first. */
	List<TemplateVersion> of(TemplateId id) {
		return jdbc.sql("""
				select * from mail_wording where template = ? and language = ? order by version desc limit ?""")
			.params(id.template().code(), id.language().getLanguage(), LISTED)
			.query((row, number) -> read(row))
			.list();
	}

	Optional<TemplateVersion> version(TemplateId id, int number) {
		if (number == 0) {
			return Optional.of(TemplateVersion.NONE);
		}
		return jdbc.sql("select * from mail_wording where template = ? and language = ? and version = ?")
			.params(id.template().code(), id.language().getLanguage(), number)
			.query((row, place) -> read(row))
			.optional();
	}

	/**
	 * Whether there was none with its number: of two that are written at once, one is.
	 */
	boolean add(TemplateId id, TemplateVersion version) {
		return jdbc.sql("""
				insert into mail_wording (template, language, version, texts, standards, account, made_at, reason)
				values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?) on conflict do nothing""")
			.params(id.template().code(), id.language().getLanguage(), version.number(),
					json.writeValueAsString(version.inOrder()), json.writeValueAsString(version.standards()),
					version.by().orElseThrow().value(), version.at().atOffset(ZoneOffset.UTC), version.reason())
			.update() > 0;
	}

	private TemplateVersion read(ResultSet row) throws SQLException {
		return new TemplateVersion(row.getInt("version"), json.readValue(row.getString("texts"), TEXTS),
				json.readValue(row.getString("standards"), TEXTS),
				Optional.of(new AccountId(row.getObject("account", UUID.class))),
				row.getTimestamp("made_at").toInstant(), row.getString("reason"));
	}

}
