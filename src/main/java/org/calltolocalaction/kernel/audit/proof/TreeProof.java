package org.calltolocalaction.kernel.audit.proof;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Verifies what a tree proved, as RFC 9162 says in sections 2.1.3.2 and 2.1.4.2, knowing
 * nothing of the tree but its size and root.
 *
 * @param path lowest hash first
 */
public record TreeProof(List<TreeHash> path) {

	public TreeProof {
		path = List.copyOf(path);
	}

	/** Whether the leaf stands in that place of the tree with this root. */
	public boolean includes(TreeHash leaf, long place, long size, TreeHash root) {
		if (place < 0 || place >= size) {
			return false;
		}
		long from = place;
		long last = size - 1;
		TreeHash hash = leaf;
		for (TreeHash other : path) {
			if (last == 0) {
				return false;
			}
			if (odd(from) || from == last) {
				hash = MerkleTree.node(other, hash);
				while (!odd(from) && from != 0) {
					from >>= 1;
					last >>= 1;
				}
			}
			else {
				hash = MerkleTree.node(hash, other);
			}
			from >>= 1;
			last >>= 1;
		}
		return last == 0 && hash.equals(root);
	}

	/**
	 * Whether the tree of the earlier size and root is the beginning of the later one.
	 */
	public boolean extendsTo(long size, TreeHash root, long earlier, TreeHash earlierRoot) {
		if (earlier < 1 || earlier > size) {
			return false;
		}
		if (earlier == size) {
			return path.isEmpty() && root.equals(earlierRoot);
		}
		boolean complete = Long.bitCount(earlier) == 1;
		if (path.isEmpty() && !complete) {
			return false;
		}
		long from = earlier - 1;
		long last = size - 1;
		while (odd(from)) {
			from >>= 1;
			last >>= 1;
		}
		TreeHash before = complete ? earlierRoot : path.get(0);
		TreeHash after = before;
		for (TreeHash other : complete ? path : path.subList(1, path.size())) {
			if (last == 0) {
				return false;
			}
			if (odd(from) || from == last) {
				before = MerkleTree.node(other, before);
				after = MerkleTree.node(other, after);
				while (!odd(from) && from != 0) {
					from >>= 1;
					last >>= 1;
				}
			}
			else {
				after = MerkleTree.node(after, other);
			}
			from >>= 1;
			last >>= 1;
		}
		return last == 0 && before.equals(earlierRoot) && after.equals(root);
	}

	/** The hashes as they are written in proofs. */
	String pathAsJson() {
		return path.stream().map(hash -> '"' + hash.hex() + '"').collect(Collectors.joining(",", "[", "]"));
	}

	private static boolean odd(long number) {
		return (number & 1) == 1;
	}

}
