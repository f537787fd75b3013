package dev.aisle.privacy.shared.people;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.erasure.ErasureMarks;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The pseudonyms that are never used again, by their marks. */
@ApplicationScoped
public class ErasedSubjectRepository implements PanacheRepositoryBase<ErasedSubjectRow, String> {
    private final ErasureMarks marks;

    ErasedSubjectRepository(ErasureMarks marks) {
        this.marks = marks;
    }

    /** The tombstone, if the pseudonym was erased. */
    public Optional<ErasedSubjectRow> tombstoneOf(String pseudonym) {
        return marks.allOf(pseudonym).stream()
                .flatMap(mark -> findByIdOptional(mark).stream())
                .findFirst();
    }

    /** All of them. */
    public Set<String> marks() {
        return new HashSet<>(getSession()
                .createNativeQuery("select pseudonym from erased_subject", String.class)
                .getResultList());
    }

    /** Under what something about this pseudonym is kept: the mark of one that was erased, else itself. */
    public String keptAs(Pseudonym pseudonym) {
        return tombstoneOf(pseudonym.value()).isPresent() ? marks.of(pseudonym.value()) : pseudonym.value();
    }

    /** Puts the tombstone of a pseudonym that is erased by this request. */
    public void bury(Pseudonym pseudonym, UUID requestId, Instant at) {
        persistAndFlush(new ErasedSubjectRow(marks.of(pseudonym.value()), pseudonym.keyId(), requestId, at));
    }

    /** The same of one whose pseudonym nobody knows any more; nothing happens when it is there. */
    public void remember(String mark, UUID requestId, Instant at) {
        getEntityManager()
                .createNativeQuery("""
                    insert into erased_subject (pseudonym, key_id, request_id, erased_at) values (:mark, '', :request, :at)
                    on conflict do nothing
                    """)
                .setParameter("mark", mark)
                .setParameter("request", requestId)
                .setParameter("at", at)
                .executeUpdate();
    }
}
