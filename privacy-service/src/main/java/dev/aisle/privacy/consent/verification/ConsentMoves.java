package dev.aisle.privacy.consent.verification;

import dev.aisle.privacy.audit.log.Commitment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/**
 * Moves of people to other pseudonyms, as the audit log has them. An entry names the new pseudonym by a commitment with the salt of its subject, so
 * that nobody can tell it once the subject is forgotten. The table of successors isn't believed.
 */
@ApplicationScoped
class ConsentMoves {
    /** Entries that wait for their place count. */
    private static final String MOVES = """
            select a.pseudonym, a.salt, (cast(m.entry as jsonb) -> 'data') ->> 'successor'
            from audit_subject a
            join audit_leaf m on m.subject = a.commitment and m.event = 'consent.moved'
            where a.pseudonym = any(cast(:pseudonyms as text[]))
                and (cast(m.entry as jsonb) -> 'data') ->> 'successor' is not null
            union all
            select a.pseudonym, a.salt, (cast(p.entry as jsonb) -> 'data') ->> 'successor'
            from audit_pending p join audit_subject a on a.commitment = cast(p.entry as jsonb) ->> 'subject'
            where a.pseudonym = any(cast(:pseudonyms as text[]))
                and cast(p.entry as jsonb) ->> 'event' = 'consent.moved'
                and (cast(p.entry as jsonb) -> 'data') ->> 'successor' is not null
            """;

    private static final String SUCCESSORS = """
            select pseudonym, successor from pseudonym_successor where pseudonym > :after order by pseudonym limit :most
            """;

    private final Session session;

    ConsentMoves(Session session) {
        this.session = session;
    }

    /** A move as it stands in the log: the new pseudonym can be checked, and not read. */
    public record Move(String pseudonym, byte[] salt, String commitment) {
        /** Returns whether it led to this pseudonym. */
        public boolean isTo(String successor) {
            return Commitment.hex(salt, successor).equals(commitment);
        }
    }

    /** A row of the table of successors. */
    public record Successor(String pseudonym, String successor) {}

    /** Returns the moves away from these pseudonyms. */
    public List<Move> from(Collection<String> pseudonyms) {
        return session.createNativeQuery(MOVES, Object[].class)
                .setParameter("pseudonyms", pseudonyms.toArray(String[]::new))
                .getResultStream()
                .map(row -> new Move((String) row[0], (byte[]) row[1], (String) row[2]))
                .toList();
    }

    /** Returns the rows of the table of successors after a pseudonym. */
    public List<Successor> successors(String after, int most) {
        return session.createNativeQuery(SUCCESSORS, Object[].class)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new Successor((String) row[0], (String) row[1]))
                .toList();
    }
}
