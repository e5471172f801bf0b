package org.calltolocalaction.kernel.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where somebody asks, as far as limits are concerned. Of an IPv6 address it is the
 * network, because whoever has one address has all the others in it.
 *
 * @param value at most 64 characters
 */
public record ClientAddress(String value) {

	/** Whoever comes from nowhere shares one limit with all others who do. */
	private static final ClientAddress UNKNOWN = new ClientAddress("unknown");

	private static final int BYTES_OF_THE_NETWORK = 8;

	private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]+");

	// Some proxies write the port beside the address, and each connection has another.
	private static final Pattern WITH_PORT = Pattern
		.compile("\\[(?<six>[0-9a-fA-F:.]+)](?::\\d+)?|(?<four>\\d+\\.\\d+\\.\\d+\\.\\d+):\\d+");

	/**
	 * @param remote what the request says, see {@code HttpServletRequest.getRemoteAddr()}
	 */
	public static ClientAddress of(String remote) {
		String numeric = withoutPort(remote == null ? "" : remote.strip());
		if (!NUMERIC.matcher(numeric).matches()) {
			return UNKNOWN;
		}
		try {
			// Nothing is looked up: it is a number.
			InetAddress address = InetAddress.getByName(numeric);
			return new ClientAddress(address instanceof Inet6Address six ? network(six) : address.getHostAddress());
		}
		catch (UnknownHostException noAddress) {
			return UNKNOWN;
		}
	}

	private static String withoutPort(String remote) {
		Matcher withPort = WITH_PORT.matcher(remote);
		if (!withPort.matches()) {
			return remote.replaceFirst("%.*", "");
		}
		return withPort.group("six") == null ? withPort.group("four") : withPort.group("six");
	}

	private static String network(Inet6Address address) throws UnknownHostException {
		byte[] bytes = address.getAddress();
		Arrays.fill(bytes, BYTES_OF_THE_NETWORK, bytes.length, (byte) 0);
		return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
	}

	@Override
	public String toString() {
		return value;
	}

}
