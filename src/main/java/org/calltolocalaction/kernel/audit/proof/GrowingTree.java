package org.calltolocalaction.kernel.audit.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A tree to which leaves are added at its right. It keeps the roots of the complete
 * subtrees along its edge and nothing else, so that a leaf costs two hashes, however
 * large the tree is.
 */
final class GrowingTree {

	/** Is told of each subtree that became complete, leaves included. */
	@FunctionalInterface
	interface Completed {

		void node(int level, long place, TreeHash hash);

	}

	/** The rightmost one first. */
	private final Deque<TreeHash> edge = new ArrayDeque<>();

	private long size;

	/** The tree of so many leaves. */
	static GrowingTree of(long size, MerkleTree.Nodes nodes) {
		GrowingTree tree = new GrowingTree();
		for (int level = Long.SIZE - 1; level >= 0; level--) {
			if ((size >> level & 1) == 1) {
				tree.edge.push(nodes.at(level, (size >> level) - 1));
			}
		}
		tree.size = size;
		return tree;
	}

	void add(TreeHash leaf, Completed completed) {
		TreeHash hash = leaf;
		int level = 0;
		long place = size;
		completed.node(level, place, hash);
		while ((place & 1) == 1) {
			hash = MerkleTree.node(edge.pop(), hash);
			level++;
			place >>= 1;
			completed.node(level, place, hash);
		}
		edge.push(hash);
		size++;
	}

	long size() {
		return size;
	}

	TreeHash root() {
		if (edge.isEmpty()) {
			return MerkleTree.EMPTY;
		}
		Iterator<TreeHash> fromTheRight = edge.iterator();
		TreeHash root = fromTheRight.next();
		while (fromTheRight.hasNext()) {
			root = MerkleTree.node(fromTheRight.next(), root);
		}
		return root;
	}

}
