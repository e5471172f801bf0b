package org.calltolocalaction.reviews.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.remarks.Remark;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The remarks as they are stored; who may read or add any is decided by
 * {@link DiscussPledge}.
 */
@Repository
class Remarks {

	private final JdbcClient jdbc;

	Remarks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Oldest first. */
	List<Remark> of(PledgeReference reference) {
		return jdbc.sql("""
				select number, author, partner, text, written_at,
				array(select account from remark_mention where remark = remark.number) as mentioned
				from remark where reference = ? order by number""")
			.param(reference.value())
			.query(Remarks::remark)
			.list();
	}

	/** Of each of these pledges, oldest first; those without are left out. */
	Map<PledgeReference, List<Remark>> ofAll(Collection<PledgeReference> references) {
		Map<PledgeReference, List<Remark>> remarks = new HashMap<>();
		jdbc.sql("""
				select reference, number, author, partner, text, written_at,
				array(select account from remark_mention where remark = remark.number) as mentioned
				from remark where reference = any (string_to_array(?, ' ')) order by number""")
			.param(references.stream().map(PledgeReference::value).collect(Collectors.joining(" ")))
			.query((ResultSet row) -> {
				remarks.computeIfAbsent(new PledgeReference(row.getString("reference")), some -> new ArrayList<>())
					.add(remark(row, 0));
			});
		return remarks;
	}

	/** That somebody said something, without what it was. */
	record Said(PledgeReference pledge, Instant at, AccountId author) {
	}

	/** What was said of any of these pledges. */
	List<Said> saidOf(Collection<PledgeReference> pledges) {
		return jdbc
			.sql("select reference, written_at, author from remark where reference = any (string_to_array(?, ' '))")
			.param(pledges.stream().map(PledgeReference::value).collect(Collectors.joining(" ")))
			.query((row, index) -> new Said(new PledgeReference(row.getString("reference")),
					row.getObject("written_at", OffsetDateTime.class).toInstant(),
					new AccountId(row.getObject("author", UUID.class))))
			.list();
	}

	/**
	 * @param pageKey made with the page on which it was typed
	 * @return empty where the same page was sent before
	 */
	Optional<Remark> add(PledgeReference reference, Person author, String text, Set<AccountId> mentioned, UUID pageKey,
			Instant now) {
		Optional<Long> number = jdbc.sql("""
				insert into remark (reference, author, partner, text, written_at, page_key) values (?, ?, ?, ?, ?, ?)
				on conflict (author, page_key) do nothing returning number""")
			.params(Arrays.asList(reference.value(), author.id().value(),
					author.partner().map(PartnerCode::value).orElse(null), text, now.atOffset(ZoneOffset.UTC), pageKey))
			.query(Long.class)
			.optional();
		number.ifPresent(remark -> mentioned
			.forEach(person -> jdbc.sql("insert into remark_mention (remark, account) values (?, ?)")
				.params(remark, person.value())
				.update()));
		return number.map(remark -> new Remark(remark, author.id(), author.partner(), text, now, mentioned));
	}

	private static Remark remark(ResultSet row, int index) throws SQLException {
		UUID[] mentioned = (UUID[]) row.getArray("mentioned").getArray();
		return new Remark(row.getLong("number"), new AccountId(row.getObject("author", UUID.class)),
				Optional.ofNullable(row.getString("partner")).map(PartnerCode::new), row.getString("text"),
				row.getObject("written_at", OffsetDateTime.class).toInstant(),
				Stream.of(mentioned).map(AccountId::new).collect(Collectors.toUnmodifiableSet()));
	}

}
