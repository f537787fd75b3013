package dev.aisle.privacy.shared.people;

import dev.aisle.algorithms.privacy.Pseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** Tells the pseudonyms under which something is kept: a consent, something in the vault, or an open request. */
@ApplicationScoped
class KnownPseudonyms {
    private static final String KNOWN = """
            select pseudonym from consent_version where pseudonym in (:pseudonyms)
            union select pseudonym from subject_key where pseudonym in (:pseudonyms)
            union select pseudonym from subject_request where pseudonym in (:pseudonyms) and completed_at is null
            """;

    private final Session session;

    KnownPseudonyms(Session session) {
        this.session = session;
    }

    /** Those of them under which something is kept. */
    public Set<String> among(List<Pseudonym> pseudonyms) {
        return new HashSet<>(session.createNativeQuery(KNOWN, String.class)
                .setParameterList(
                        "pseudonyms", pseudonyms.stream().map(Pseudonym::value).toList())
                .getResultList());
    }
}
