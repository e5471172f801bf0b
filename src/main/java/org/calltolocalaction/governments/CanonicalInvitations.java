package org.calltolocalaction.governments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Brings the addresses of invitations into their canonical form. Where two open ones of a
 * government turn out to be to one mailbox, the one that holds longest stays.
 */
@Component
class CanonicalInvitations implements JavaMigration {

	private record Row(UUID id, UUID government, String email, boolean open) {
	}

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("241");
	}

	@Override
	public String getDescription() {
		return "canonical invitations";
	}

	@Override
	public Integer getChecksum() {
		return null;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) throws SQLException {
		migrate(context.getConnection());
	}

	void migrate(Connection connection) throws SQLException {
		Set<String> open = new HashSet<>();
		List<Row> kept = new ArrayList<>();
		for (Row row : rows(connection)) {
			Optional<String> canonical = EmailAddress.parse(row.email()).map(EmailAddress::value);
			if (canonical.isPresent() && row.open() && !open.add(row.government() + canonical.get())) {
				update(connection, "update invitation set state = 'EXPIRED', closed_at = now(), email = ? where id = ?",
						canonical.get(), row.id());
			}
			else if (canonical.filter(found -> !found.equals(row.email())).isPresent()) {
				kept.add(new Row(row.id(), row.government(), canonical.get(), row.open()));
			}
		}
		for (Row row : kept) {
			update(connection, "update invitation set email = ? where id = ?", row.email(), row.id());
		}
	}

	private static List<Row> rows(Connection connection) throws SQLException {
		List<Row> rows = new ArrayList<>();
		try (PreparedStatement invitations = connection
			.prepareStatement("select id, government, email, state from invitation order by expires_at desc, id");
				ResultSet row = invitations.executeQuery()) {
			while (row.next()) {
				rows.add(new Row(row.getObject("id", UUID.class), row.getObject("government", UUID.class),
						row.getString("email"), "OPEN".equals(row.getString("state"))));
			}
		}
		return rows;
	}

	private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
		try (PreparedStatement update = connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				update.setObject(i + 1, parameters[i]);
			}
			update.executeUpdate();
		}
	}

}
