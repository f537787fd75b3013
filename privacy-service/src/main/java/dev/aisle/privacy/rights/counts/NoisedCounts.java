package dev.aisle.privacy.rights.counts;

import dev.aisle.privacy.rights.counts.ToldCounts.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** Answers with noise that were given, to whomever. */
@ApplicationScoped
class NoisedCounts {
    private final Session session;

    NoisedCounts(Session session) {
        this.session = session;
    }

    /** Lets one transaction at a time answer a question: two at once would be two draws of the same noise. */
    public void hold(Question question, long epsilonMicros) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:question, 2))", Integer.class)
                .setParameter("question", question.dataset() + " " + question.text() + " " + epsilonMicros)
                .getSingleResult();
    }

    /** The answer that was given since a moment. */
    public Optional<Told> find(Question question, long epsilonMicros, Instant since) {
        return session.createNativeQuery("""
            select people, told_at from noised_count where dataset = :dataset and question = :question
            and epsilon_micros = :epsilon and told_at >= :since
            """, Object[].class)
                .addScalar("people", Long.class)
                .addScalar("told_at", Instant.class)
                .setParameter("dataset", question.dataset().wireName())
                .setParameter("question", question.text())
                .setParameter("epsilon", epsilonMicros)
                .setParameter("since", since)
                .getResultStream()
                .findFirst()
                .map(row -> new Told((Long) row[0], (Instant) row[1]));
    }

    /** Remembers an answer. */
    public void keep(Question question, long epsilonMicros, Told told) {
        session.createNativeMutationQuery("""
            insert into noised_count (dataset, question, epsilon_micros, people, told_at)
            values (:dataset, :question, :epsilon, :people, :at)
            on conflict (dataset, question, epsilon_micros)
            do update set people = excluded.people, told_at = excluded.told_at
            """)
                .setParameter("dataset", question.dataset().wireName())
                .setParameter("question", question.text())
                .setParameter("epsilon", epsilonMicros)
                .setParameter("people", told.people())
                .setParameter("at", told.at())
                .executeUpdate();
    }
}
