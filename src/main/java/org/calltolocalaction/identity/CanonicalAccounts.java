package org.calltolocalaction.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Brings the addresses of accounts into their canonical form. Of several accounts that
 * are one mailbox, the one that was used last signs in from now on; the others wait for a
 * coordinator, see {@link JoinAccounts}. What is no address that any server accepts stays
 * as it is, for the coordinators to see.
 */
@Component
class CanonicalAccounts implements JavaMigration {

	private static final String LAST_USED_FIRST = """
			select id, email from account where same_as is null
			order by last_here desc nulls last, created_at, id""";

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("142");
	}

	@Override
	public String getDescription() {
		return "canonical accounts";
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
		Map<String, UUID> keepers = new LinkedHashMap<>();
		Map<UUID, String> written = new LinkedHashMap<>();
		try (PreparedStatement accounts = connection.prepareStatement(LAST_USED_FIRST);
				ResultSet rows = accounts.executeQuery()) {
			while (rows.next()) {
				written.put(rows.getObject("id", UUID.class), rows.getString("email"));
			}
		}
		// First those that give way: at no moment do two accounts sign in with one
		// address.
		for (Map.Entry<UUID, String> account : written.entrySet()) {
			Optional<String> canonical = EmailAddress.parse(account.getValue()).map(EmailAddress::value);
			if (canonical.isEmpty()) {
				continue;
			}
			UUID keeper = keepers.putIfAbsent(canonical.get(), account.getKey());
			if (keeper != null) {
				update(connection, "update account set same_as = ?, former_email = email, email = ? where id = ?",
						keeper, canonical.get(), account.getKey());
			}
		}
		for (Map.Entry<String, UUID> keeper : keepers.entrySet()) {
			if (!keeper.getKey().equals(written.get(keeper.getValue()))) {
				update(connection, "update account set former_email = email, email = ? where id = ?", keeper.getKey(),
						keeper.getValue());
			}
		}
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
