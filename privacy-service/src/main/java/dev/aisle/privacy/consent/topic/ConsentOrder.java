package dev.aisle.privacy.consent.topic;

import dev.aisle.contracts.privacy.v1.ConsentState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;

/**
 * The order of consent states beside their versions: the epoch of this database, and the revisions of states that are told again under the same
 * version.
 */
@ApplicationScoped
class ConsentOrder {
    private static final Duration ROUNDED = Duration.ofMillis(1);
    private static final String STORED = """
            select p.pseudonym, coalesce((select max(version) from consent_version v where v.pseudonym = p.pseudonym), 0),
                coalesce(h.held_until, to_timestamp(0)), coalesce(s.successor, '')
            from unnest(cast(:pseudonyms as text[])) as p (pseudonym)
            left join legal_hold h on h.pseudonym = p.pseudonym
            left join pseudonym_successor s on s.pseudonym = p.pseudonym
            """;

    private final Session session;

    ConsentOrder(Session session) {
        this.session = session;
    }

    /** Returns the epoch of this database. */
    public long epoch() {
        return session.createNativeQuery("select epoch from consent_epoch", Long.class)
                .getSingleResult();
    }

    /** Begins an epoch above this database's and another one, and gives no revision any more up to a given one. */
    public void beginAfter(long otherEpoch, long revision) {
        session.createNativeMutationQuery("update consent_epoch set epoch = greatest(epoch, :other) + 1")
                .setParameter("other", otherEpoch)
                .executeUpdate();
        session.createNativeQuery(
                        "select setval('consent_revision', greatest(:revision, (select last_value from consent_revision), 1))",
                        Long.class)
                .setParameter("revision", revision)
                .getSingleResult();
    }

    /** What this database has of one person. */
    public record Stored(long version, Instant heldUntil, String successor) {
        static final Stored NOTHING = new Stored(0, Instant.EPOCH, "");
    }

    /** What this database has of some people, and its epoch. */
    public record Place(long epoch, Map<String, Stored> people) {
        /** Returns whether a state of the topic says something that this database doesn't: something newer, or of a legal hold. */
        public boolean isBehind(ConsentState told) {
            Stored stored = people.getOrDefault(told.getPseudonym(), Stored.NOTHING);
            if (!told.getSuccessor().isEmpty()) {
                return stored.successor().isEmpty();
            }
            return told.getVersion() > stored.version()
                    || told.getEpoch() > epoch
                    || !isSameHold(told, stored.heldUntil(), Instant.now());
        }

        /** Returns whether somebody is known here to stand under another pseudonym. */
        public boolean hasMoved(String pseudonym) {
            return !people.getOrDefault(pseudonym, Stored.NOTHING).successor().isEmpty();
        }

        /** Returns the newest version of a person; 0 when there is none. */
        public long versionOf(String pseudonym) {
            return people.getOrDefault(pseudonym, Stored.NOTHING).version();
        }
    }

    /** Returns whether a state tells of the legal hold that stands until a moment. Two that are over are the same; the database rounds a moment. */
    public static boolean isSameHold(ConsentState told, Instant stored, Instant now) {
        Instant until = heldUntil(told);
        boolean bothAreOver = !until.isAfter(now) && !stored.isAfter(now);
        return bothAreOver || Duration.between(until, stored).abs().compareTo(ROUNDED) < 0;
    }

    /** Returns until when a state tells of a legal hold; 1970 for none. */
    public static Instant heldUntil(ConsentState told) {
        return Instant.ofEpochSecond(
                told.getHeldUntil().getSeconds(), told.getHeldUntil().getNanos());
    }

    /** Returns what this database has of these people. */
    public Place place(Collection<String> pseudonyms) {
        Map<String, Stored> people = new HashMap<>();
        session.createNativeQuery(STORED, Object[].class)
                .setParameter("pseudonyms", pseudonyms.toArray(String[]::new))
                .getResultList()
                .forEach(row -> people.put(
                        (String) row[0], new Stored(((Number) row[1]).longValue(), (Instant) row[2], (String) row[3])));
        return new Place(epoch(), people);
    }

    /** Returns a revision above all that this database has given. */
    public long nextRevision() {
        return session.createNativeQuery("select nextval('consent_revision')", Long.class)
                .getSingleResult();
    }
}
