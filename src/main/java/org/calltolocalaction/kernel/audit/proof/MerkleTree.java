package org.calltolocalaction.kernel.audit.proof;

import java.util.ArrayList;
import java.util.List;
import org.calltolocalaction.kernel.Sha256;

/**
 * The hash tree of RFC 9162, section 2.1, over so many leaves. The roots of complete
 * subtrees are looked up, so that a root or a proof takes as many of them as the tree is
 * high.
 *
 * @param nodes of at least so many leaves
 */
public record MerkleTree(long size, Nodes nodes) {

	/** The root of a tree without leaves. */
	public static final TreeHash EMPTY = new TreeHash(Sha256.of());

	private static final byte[] LEAF = { 0 };

	private static final byte[] NODE = { 1 };

	/** Where the roots of complete subtrees are found. */
	@FunctionalInterface
	public interface Nodes {

		/**
		 * @param level 0 for leaves
		 * @param place from 0, among the complete subtrees of that height
		 */
		TreeHash at(int level, long place);

	}

	/** No leaf has the hash of a node. */
	public static TreeHash leaf(byte[] content) {
		return new TreeHash(Sha256.of(LEAF, content));
	}

	static TreeHash node(TreeHash left, TreeHash right) {
		return new TreeHash(Sha256.of(NODE, left.bytes(), right.bytes()));
	}

	public TreeHash root() {
		return size == 0 ? EMPTY : hash(0, size);
	}

	/**
	 * What leads from a leaf to the root: the other branch at each fork, lowest first.
	 */
	public List<TreeHash> inclusion(long place) {
		if (place < 0 || place >= size) {
			throw new IllegalArgumentException("A tree of %d has no leaf %d".formatted(size, place));
		}
		List<TreeHash> path = new ArrayList<>();
		inclusion(place, 0, size, path);
		return path;
	}

	/** What shows that the tree of so many leaves is the beginning of this one. */
	public List<TreeHash> consistency(long earlier) {
		if (earlier < 1 || earlier > size) {
			throw new IllegalArgumentException("No tree of %d is the beginning of one of %d".formatted(earlier, size));
		}
		List<TreeHash> path = new ArrayList<>();
		consistency(earlier, 0, size, true, path);
		return path;
	}

	private TreeHash hash(long from, long to) {
		long width = to - from;
		if (Long.bitCount(width) == 1) {
			return nodes.at(Long.numberOfTrailingZeros(width), from / width);
		}
		long fork = from + left(width);
		return node(hash(from, fork), hash(fork, to));
	}

	private void inclusion(long place, long from, long to, List<TreeHash> path) {
		if (to - from == 1) {
			return;
		}
		long fork = from + left(to - from);
		if (place < fork) {
			inclusion(place, from, fork, path);
			path.add(hash(fork, to));
		}
		else {
			inclusion(place, fork, to, path);
			path.add(hash(from, fork));
		}
	}

	private void consistency(long earlier, long from, long to, boolean known, List<TreeHash> path) {
		if (earlier == to) {
			if (!known) {
				path.add(hash(from, to));
			}
			return;
		}
		long fork = from + left(to - from);
		if (earlier <= fork) {
			consistency(earlier, from, fork, known, path);
			path.add(hash(fork, to));
		}
		else {
			consistency(earlier, fork, to, false, path);
			path.add(hash(from, fork));
		}
	}

	/** How many leaves are to the left: the largest power of two that is smaller. */
	private static long left(long width) {
		return Long.highestOneBit(width - 1);
	}

}
