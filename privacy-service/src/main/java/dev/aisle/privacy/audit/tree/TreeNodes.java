package dev.aisle.privacy.audit.tree;

import dev.aisle.algorithms.privacy.merkle.Node;
import dev.aisle.algorithms.privacy.merkle.Nodes;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The hashes of complete subtrees. */
@ApplicationScoped
public class TreeNodes implements Nodes {
    private final Session session;

    TreeNodes(Session session) {
        this.session = session;
    }

    /** A hash that must be there is not: somebody has deleted it. */
    public static final class MissingNode extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingNode(int level, long index) {
            super("The audit tree lacks node " + index + " of level " + level);
        }
    }

    /** Adds nodes. */
    public void add(List<Node> nodes) {
        session.createNativeMutationQuery("""
            insert into audit_node (completed_by, level, hash)
            select c, l, decode(h, 'hex') from unnest(
                cast(:completed as bigint[]), cast(:levels as int[]), cast(:hashes as text[])) as n(c, l, h)
            """)
                .setParameter("completed", nodes.stream().map(Node::completedBy).toArray(Long[]::new))
                .setParameter("levels", nodes.stream().map(Node::level).toArray(Integer[]::new))
                .setParameter(
                        "hashes", nodes.stream().map(node -> node.hash().hex()).toArray(String[]::new))
                .executeUpdate();
    }

    @Override
    public TreeHash hash(int level, long index) {
        return session.createNativeQuery(
                        "select hash from audit_node where completed_by = :completed and level = :level", byte[].class)
                .setParameter("completed", Node.completedBy(level, index))
                .setParameter("level", level)
                .getResultStream()
                .findFirst()
                .map(TreeHash::claimed)
                .orElseThrow(() -> new MissingNode(level, index));
    }

    /** Nodes in the order in which leaves completed them, after one or from the first. */
    public List<StoredNode> page(@Nullable StoredNode after, int atMost) {
        return session.createNativeQuery("""
            select completed_by, level, hash from audit_node
            where (completed_by, level) > (:completed, :level) order by completed_by, level limit :most
            """, Object[].class)
                .setParameter("completed", after == null ? -1L : after.completedBy())
                .setParameter("level", after == null ? -1 : after.level())
                .setParameter("most", atMost)
                .getResultStream()
                .map(row -> new StoredNode(
                        ((Number) row[0]).longValue(), ((Number) row[1]).intValue(), TreeHash.claimed((byte[]) row[2])))
                .toList();
    }
}
