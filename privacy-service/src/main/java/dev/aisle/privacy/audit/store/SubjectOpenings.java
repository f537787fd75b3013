package dev.aisle.privacy.audit.store;

import dev.aisle.privacy.audit.domain.Commitment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;

/** Who is meant by a leaf's subject, until that person is erased. */
@ApplicationScoped
public class SubjectOpenings {
    private final Session session;

    SubjectOpenings(Session session) {
        this.session = session;
    }

    /**
     * Whom a leaf is about, as it was read.
     *
     * @param commitment as it stands in the leaf
     */
    public record Opening(long leaf, String commitment, String pseudonym, byte[] salt) {}

    /** Remembers whom a commitment is about. */
    public void add(Commitment commitment, String pseudonym) {
        session.createNativeMutationQuery("""
            insert into audit_subject (commitment, pseudonym, salt) values (:commitment, :pseudonym, :salt)
            """)
                .setParameter("commitment", commitment.hex())
                .setParameter("pseudonym", pseudonym)
                .setParameter("salt", commitment.salt())
                .executeUpdate();
    }

    /** Forgets a subject; how many entries named it. */
    public long forget(String pseudonym) {
        return session.createNativeMutationQuery("delete from audit_subject where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }

    /** What opens the leaves after one. */
    public List<Opening> page(long after, int atMost) {
        return session.createNativeQuery("""
            select l.leaf_index, l.subject, s.pseudonym, s.salt
            from audit_leaf l join audit_subject s on s.commitment = l.subject
            where l.leaf_index > :after order by l.leaf_index limit :most
            """, Object[].class)
                .setParameter("after", after)
                .setParameter("most", atMost)
                .getResultStream()
                .map(row -> new Opening(
                        ((Number) row[0]).longValue(), Objects.requireNonNull((String) row[1]), (String) row[2], (byte
                                        [])
                                row[3]))
                .toList();
    }
}
