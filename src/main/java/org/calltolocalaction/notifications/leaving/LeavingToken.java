package org.calltolocalaction.notifications.leaving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.calltolocalaction.identity.AccountId;

/**
 * By what somebody says, without signing in, that they want fewer mails: whose mails, and
 * a signature with the key of that account.
 */
public record LeavingToken(String value) {

	private static final int ACCOUNT = 16;

	private static final int SIGNATURE = 32;

	/** So that nothing else that is signed with the key is ever taken for it. */
	private static final byte[] PURPOSE = "leave mails:".getBytes(StandardCharsets.US_ASCII);

	static LeavingToken signed(AccountId account, byte[] key) {
		byte[] signed = ByteBuffer.allocate(ACCOUNT + SIGNATURE)
			.put(bytes(account))
			.put(signature(bytes(account), key))
			.array();
		return new LeavingToken(Base64.getUrlEncoder().withoutPadding().encodeToString(signed));
	}

	/** What stands in an address. */
	public static LeavingToken of(String text) {
		return new LeavingToken(text);
	}

	/** Whose it says that it is; nothing where it has another form. */
	Optional<AccountId> account() {
		return decoded().map(bytes -> {
			ByteBuffer account = ByteBuffer.wrap(bytes);
			return new AccountId(new UUID(account.getLong(), account.getLong()));
		});
	}

	/** Whether it was signed with this key. */
	boolean isSignedBy(byte[] key) {
		return decoded().filter(bytes -> MessageDigest.isEqual(Arrays.copyOfRange(bytes, ACCOUNT, ACCOUNT + SIGNATURE),
				signature(Arrays.copyOf(bytes, ACCOUNT), key)))
			.isPresent();
	}

	/** Where it leads, within the desk. */
	public String path() {
		return "/emails/leave/" + value;
	}

	private Optional<byte[]> decoded() {
		try {
			return Optional.of(Base64.getUrlDecoder().decode(value))
				.filter(bytes -> bytes.length == ACCOUNT + SIGNATURE);
		}
		catch (IllegalArgumentException none) {
			return Optional.empty();
		}
	}

	private static byte[] bytes(AccountId account) {
		return ByteBuffer.allocate(ACCOUNT)
			.putLong(account.value().getMostSignificantBits())
			.putLong(account.value().getLeastSignificantBits())
			.array();
	}

	private static byte[] signature(byte[] account, byte[] key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			mac.update(PURPOSE);
			return mac.doFinal(account);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
		}
	}

	/** Nothing of it, because this lands in logs. */
	@Override
	public String toString() {
		return "a leaving token";
	}

}
