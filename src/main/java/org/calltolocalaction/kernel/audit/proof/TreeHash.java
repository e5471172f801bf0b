package org.calltolocalaction.kernel.audit.proof;

import java.util.HexFormat;

/**
 * The hash of a leaf or of all leaves below a node.
 *
 * @param hex 32 bytes in lower-case hexadecimal
 */
public record TreeHash(String hex) {

	static TreeHash of(byte[] bytes) {
		return new TreeHash(HexFormat.of().formatHex(bytes));
	}

	byte[] bytes() {
		return HexFormat.of().parseHex(hex);
	}

	@Override
	public String toString() {
		return hex;
	}

}
