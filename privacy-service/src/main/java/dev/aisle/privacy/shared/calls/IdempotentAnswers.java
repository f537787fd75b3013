package dev.aisle.privacy.shared.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Answers that were given, by the hash of the caller's key. */
@ApplicationScoped
public class IdempotentAnswers {
    private final Session session;

    IdempotentAnswers(Session session) {
        this.session = session;
    }

    /**
     * What is kept of an earlier call.
     *
     * @param fingerprint of its body
     * @param answer {@code null} when its subject was erased since
     */
    public record Kept(byte[] fingerprint, @Nullable String answer) {}

    /** Takes a key, and waits for another transaction that is about to take it. False: it was taken before. */
    public boolean take(byte[] keyHash, byte[] fingerprint, Instant now) {
        return session.createNativeMutationQuery("""
                        insert into idempotent_answer (key_hash, fingerprint, created_at)
                        values (:key, :fingerprint, :now) on conflict do nothing
                        """)
                        .setParameter("key", keyHash)
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** The earlier call under a key. */
    public Optional<Kept> find(byte[] keyHash) {
        return session.createNativeQuery(
                        "select fingerprint, answer from idempotent_answer where key_hash = :key", Object[].class)
                .setParameter("key", keyHash)
                .getResultStream()
                .findFirst()
                .map(row -> new Kept((byte[]) row[0], (String) row[1]));
    }

    /** Keeps the answer of the call that took the key. */
    public void keep(byte[] keyHash, @Nullable String pseudonym, String answer) {
        session.createNativeMutationQuery(
                        "update idempotent_answer set pseudonym = :pseudonym, answer = :answer where key_hash = :key")
                .setParameter("pseudonym", pseudonym)
                .setParameter("answer", answer)
                .setParameter("key", keyHash)
                .executeUpdate();
    }

    /** Empties the answers of a subject. The keys stay, so that a late repetition isn't taken for a new call. */
    public long empty(String pseudonym) {
        return session.createNativeMutationQuery(
                        "update idempotent_answer set pseudonym = null, answer = null where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }

    /** The answers of a subject are those of another pseudonym now; they name it, too. */
    public void rename(String pseudonym, String successor) {
        session.createNativeMutationQuery("""
                        update idempotent_answer set pseudonym = :successor, answer = replace(answer, :pseudonym, :successor)
                        where pseudonym = :pseudonym
                        """)
                .setParameter("pseudonym", pseudonym)
                .setParameter("successor", successor)
                .executeUpdate();
    }
}
