package dev.aisle.privacy.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;

/** Who is meant by a leaf's subject, until that person is erased. */
@ApplicationScoped
public class SubjectOpenings {
    /** What the log says when an erasure takes openings away. */
    public static final String FORGOTTEN = "subject.forgotten";

    /** Entries that nothing opens, without those that never had an opening, less those that erasures say they took. */
    private static final String NAMELESS = """
            with entries as (
                select cast(entry as jsonb) as e from audit_leaf l
                where event = 'subject.forgotten' or subject is not null
                    and not exists (select from audit_subject s where s.commitment = l.subject)
                union all
                select e from (select cast(entry as jsonb) as e from audit_pending) p
                where e ->> 'event' = 'subject.forgotten' or e ->> 'subject' is not null
                    and not exists (select from audit_subject s where s.commitment = e ->> 'subject'))
            select cast(coalesce(sum(case
                when e ->> 'event' = 'subject.forgotten' then -cast(e -> 'data' ->> 'entries' as bigint)
                when e -> 'data' ->> 'erased' is null then 1
                else 0 end), 0) as bigint)
            from entries
            """;

    private static final String EXPECTED = """
            select cast((cast(entry as jsonb) -> 'data') ->> 'nameless' as bigint) from audit_leaf
            where event = 'consent.all-covered' and (cast(entry as jsonb) -> 'data') ->> 'nameless' is not null
            order by leaf_index limit 1
            """;

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

    /** Returns how many entries name nobody though no erasure says that it forgot whom they are about. */
    public long nameless() {
        return session.createNativeQuery(NAMELESS, Long.class).getSingleResult();
    }

    /** Returns how many more of them there are than when the log began to say so; 0 before. */
    public long namelessSince() {
        return session.createNativeQuery(EXPECTED, Long.class)
                .getResultStream()
                .findFirst()
                .map(before -> nameless() - before)
                .orElse(0L);
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
