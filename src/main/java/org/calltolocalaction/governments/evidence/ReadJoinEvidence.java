package org.calltolocalaction.governments.evidence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.evidence.JoinEvidence.EarlierInvitation;
import org.calltolocalaction.governments.membership.JoinRequests.JoinRequest;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what speaks for and against those who ask to join, as many as a page shows. */
@Component
@Transactional(readOnly = true)
public class ReadJoinEvidence {

	// One that was declined or taken back speaks for nobody.
	private static final String INVITED = """
			select distinct on (asked.id) asked.id, invitation.invited_by, invitation.invited_at
			from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]), cast(? as timestamptz[]))
			as asked(id, government, email, at)
			join invitation on invitation.email = asked.email and invitation.government = asked.government
			and invitation.invited_at <= asked.at and invitation.expires_at > asked.at
			and invitation.state in ('OPEN', 'EXPIRED')
			order by asked.id, invitation.invited_at desc""";

	private final Governments governments;

	private final People people;

	private final JdbcClient jdbc;

	ReadJoinEvidence(Governments governments, People people, JdbcClient jdbc) {
		this.governments = governments;
		this.people = people;
		this.jdbc = jdbc;
	}

	private record Invited(MembershipId request, AccountId by, Instant at) {
	}

	/** Of each of these. */
	public Map<MembershipId, JoinEvidence> of(Collection<JoinRequest> requests) {
		Map<GovernmentId, List<Person>> members = governments
			.members(requests.stream().map(request -> request.government().id()).collect(Collectors.toSet()));
		Map<MembershipId, EarlierInvitation> invited = invited(requests);
		return requests.stream().collect(Collectors.toMap(JoinRequest::id, request -> {
			List<String> colleagues = members.getOrDefault(request.government().id(), List.of())
				.stream()
				.map(Person::email)
				.toList();
			return new JoinEvidence(AddressSays.of(request.person().email(), request.government(), colleagues),
					Optional.ofNullable(invited.get(request.id())));
		}));
	}

	private Map<MembershipId, EarlierInvitation> invited(Collection<JoinRequest> requests) {
		List<Invited> found = jdbc.sql(INVITED)
			.params(all(requests, request -> request.id().toString()),
					all(requests, request -> request.government().id().toString()),
					all(requests, request -> request.person().email()),
					all(requests, request -> request.requestedAt().toString()))
			.query((row, number) -> new Invited(new MembershipId(row.getObject("id", UUID.class)),
					new AccountId(row.getObject("invited_by", UUID.class)),
					row.getObject("invited_at", OffsetDateTime.class).toInstant()))
			.list();
		Map<AccountId, Person> inviters = people.all(found.stream().map(Invited::by).toList());
		return found.stream()
			.filter(invitation -> inviters.containsKey(invitation.by()))
			.collect(Collectors.toMap(Invited::request,
					invitation -> new EarlierInvitation(
							Objects.requireNonNull(inviters.get(invitation.by()), "Whoever invited has an account"),
							invitation.at())));
	}

	private static String[] all(Collection<JoinRequest> requests, Function<JoinRequest, String> of) {
		return requests.stream().map(of).toArray(String[]::new);
	}

}
