package dev.aisle.algorithms.privacy.merkle;

import java.util.List;

/**
 * Checks proofs, to the letter of RFC 9162. A size of 0 proves nothing and is refused: RFC 9162 defines neither proof for it, and a
 * "proof" that is true of every log would let one pass that shows none.
 */
public final class ProofVerifier {
    private ProofVerifier() {}

    /**
     * Whether the leaf is in the tree of that root, at that index.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2">RFC 9162, 2.1.3.2</a>
     */
    public static boolean inclusion(TreeHash leaf, long index, long size, List<TreeHash> path, TreeHash root) {
        if (index < 0 || index >= size || !leaf.isWhole() || !path.stream().allMatch(TreeHash::isWhole)) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        TreeHash r = leaf;
        for (TreeHash p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = TreeHash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = TreeHash.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && r.equals(root);
    }

    /**
     * Whether the smaller tree is the beginning of the larger.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4.2">RFC 9162, 2.1.4.2</a>
     */
    public static boolean consistency(
            long first, long second, TreeHash firstRoot, TreeHash secondRoot, List<TreeHash> path) {
        if (first <= 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (path.isEmpty() || !firstRoot.isWhole() || !path.stream().allMatch(TreeHash::isWhole)) {
            return false;
        }
        boolean complete = Long.bitCount(first) == 1;
        TreeHash start = complete ? firstRoot : path.getFirst();
        return new Walk(first - 1, second - 1, start)
                .along(complete ? path : path.subList(1, path.size()), firstRoot, secondRoot);
    }

    /** Steps 4 to 7 of 2.1.4.2; the names are those of the RFC. */
    private static final class Walk {
        private long fn;
        private long sn;
        private TreeHash fr;
        private TreeHash sr;

        private Walk(long fn, long sn, TreeHash start) {
            int shift = Long.numberOfTrailingZeros(~fn);
            this.fn = fn >> shift;
            this.sn = sn >> shift;
            this.fr = start;
            this.sr = start;
        }

        private boolean along(List<TreeHash> path, TreeHash firstRoot, TreeHash secondRoot) {
            for (TreeHash c : path) {
                if (sn == 0) {
                    return false;
                }
                step(c);
            }
            return sn == 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
        }

        private void step(TreeHash c) {
            if ((fn & 1) == 1 || fn == sn) {
                fr = TreeHash.node(c, fr);
                sr = TreeHash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = TreeHash.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
    }
}
