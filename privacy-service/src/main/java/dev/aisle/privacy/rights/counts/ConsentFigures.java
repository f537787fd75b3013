package dev.aisle.privacy.rights.counts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** What was told about consents, day by day. */
@ApplicationScoped
class ConsentFigures {
    private final Session session;

    ConsentFigures(Session session) {
        this.session = session;
    }

    /** Keeps a figure; a later one of the same day takes its place. */
    public void keep(ConsentFigure figure, Instant now) {
        session.createNativeMutationQuery("""
                        insert into consent_figure (taken_on, purpose, status, people, taken_at)
                        values (:day, :purpose, :status, :people, :now)
                        on conflict (taken_on, purpose, status) do update set
                            people = excluded.people, taken_at = excluded.taken_at
                        """)
                .setParameter("day", figure.day())
                .setParameter("purpose", figure.purpose())
                .setParameter("status", figure.status())
                .setParameter("people", figure.people(), Long.class)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The figures from a day on, the oldest first. */
    public List<ConsentFigure> since(LocalDate day) {
        return session.createNativeQuery("""
                        select taken_on, purpose, status, people from consent_figure
                        where taken_on >= :day order by taken_on, purpose, status
                        """, Tuple.class)
                .setParameter("day", day)
                .getResultStream()
                .map(row -> new ConsentFigure(
                        row.get("taken_on", LocalDate.class),
                        row.get("purpose", String.class),
                        row.get("status", String.class),
                        row.get("people", Long.class)))
                .toList();
    }

    /** When they were last taken. */
    public Optional<Instant> lastTaken() {
        return Optional.ofNullable(session.createNativeQuery("select max(taken_at) from consent_figure", Instant.class)
                .getSingleResult());
    }
}
