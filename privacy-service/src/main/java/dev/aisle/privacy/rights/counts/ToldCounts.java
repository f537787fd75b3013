package dev.aisle.privacy.rights.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

/** Exact answers that were given, to whomever. */
@ApplicationScoped
class ToldCounts {
    private final Session session;

    ToldCounts(Session session) {
        this.session = session;
    }

    /** An answer that was given. */
    public record Told(long people, Instant at) {}

    /** Lets one transaction at a time answer about a dataset: two at once could tell what neither would alone. */
    public void hold(Dataset dataset) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:dataset, 1))", Integer.class)
                .setParameter("dataset", "counts." + dataset.wireName())
                .getSingleResult();
    }

    /** The answer that was given to a question. */
    public Optional<Told> find(Question question) {
        return session.createNativeQuery(
                        "select people, told_at from told_count where dataset = :dataset and question = :question",
                        Object[].class)
                .addScalar("people", Long.class)
                .addScalar("told_at", Instant.class)
                .setParameter("dataset", question.dataset().wireName())
                .setParameter("question", question.text())
                .getResultStream()
                .findFirst()
                .map(row -> new Told((Long) row[0], (Instant) row[1]));
    }

    /** The questions that were answered. */
    public List<Set<String>> questions(Dataset dataset) {
        return session.createNativeQuery("select question from told_count where dataset = :dataset", String.class)
                .setParameter("dataset", dataset.wireName())
                .getResultStream()
                .map(Question::facts)
                .toList();
    }

    /** Remembers an answer. */
    public void keep(Question question, Told told) {
        session.createNativeMutationQuery("""
            insert into told_count (dataset, question, people, told_at)
            values (:dataset, :question, :people, :at)
            on conflict (dataset, question) do update set people = excluded.people, told_at = excluded.told_at
            """)
                .setParameter("dataset", question.dataset().wireName())
                .setParameter("question", question.text())
                .setParameter("people", told.people())
                .setParameter("at", told.at())
                .executeUpdate();
    }
}
