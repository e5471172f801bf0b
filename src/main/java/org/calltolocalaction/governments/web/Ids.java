package org.calltolocalaction.governments.web;

import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.invitation.InvitationId;
import org.calltolocalaction.governments.membership.MembershipId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the identifiers of this module out of addresses and forms. */
final class Ids {

	private Ids() {
	}

	@Component
	static class Governments implements Converter<String, GovernmentId> {

		@Override
		public GovernmentId convert(String text) {
			return new GovernmentId(UUID.fromString(text));
		}

	}

	@Component
	static class Invitations implements Converter<String, InvitationId> {

		@Override
		public InvitationId convert(String text) {
			return new InvitationId(UUID.fromString(text));
		}

	}

	@Component
	static class Memberships implements Converter<String, MembershipId> {

		@Override
		public MembershipId convert(String text) {
			return new MembershipId(UUID.fromString(text));
		}

	}

}
