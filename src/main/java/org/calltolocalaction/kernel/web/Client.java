package org.calltolocalaction.kernel.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who counts as one client: an address, or a network of IPv6, of which one customer has all addresses. */
final class Client {

	private static final int NETWORK = 8;

	private Client() {
	}

	/** @param address as the container resolves it, with the proxies taken into account that are trusted */
	static String at(String address) {
		if (address == null || address.indexOf(':') < 0) {
			return String.valueOf(address);
		}
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return bytes.length > NETWORK * 2 - 1 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK))
					: InetAddress.getByAddress(bytes).getHostAddress();
		}
		catch (UnknownHostException ex) {
			// With a colon in it, it is never looked up as a name.
			return address;
		}
	}

}
