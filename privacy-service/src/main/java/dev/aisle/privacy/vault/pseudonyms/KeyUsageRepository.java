package dev.aisle.privacy.vault.pseudonyms;

import dev.aisle.algorithms.privacy.Pseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What stands under which pseudonym key. A pseudonym names its key in its second part. */
@ApplicationScoped
class KeyUsageRepository {
    private static final String UNDER_OTHERS = "from subject_key where split_part(pseudonym, '.', 2) <> :key";

    private static final String KEY = "split_part(pseudonym, '.', 2)";

    private final Session session;

    KeyUsageRepository(Session session) {
        this.session = session;
    }

    /** How many people are in the vault under another key. */
    public long inVaultUnderOthers(String keyId) {
        return session.createNativeQuery("select count(*) " + UNDER_OTHERS, Long.class)
                .setParameter("key", keyId)
                .getSingleResult();
    }

    /** The next of them in the order of pseudonyms. */
    public List<Pseudonym> vaultUnderOthers(String keyId, String after, int atMost) {
        return session.createNativeQuery(
                        "select pseudonym " + UNDER_OTHERS + " and pseudonym > :after order by pseudonym limit :most",
                        String.class)
                .setParameter("key", keyId)
                .setParameter("after", after)
                .setParameter("most", atMost)
                .getResultStream()
                .map(Pseudonym::new)
                .toList();
    }

    /** What is under each key; the active one is the first of those that are configured. */
    public List<KeyUsage> report(List<String> configured) {
        Map<String, Long> consents = count(KEY, "(select distinct pseudonym from consent_version) people");
        Map<String, Long> vault = count(KEY, "subject_key");
        Map<String, Long> requests = count(
                KEY,
                "(select pseudonym from subject_request where status in ('awaiting_verification', 'pending')) waiting");
        Map<String, Long> moved = count(KEY, "pseudonym_successor");
        Map<String, Long> erased = count("key_id", "erased_subject");
        TreeSet<String> ids = new TreeSet<>(configured);
        List.of(consents, vault, requests, moved).forEach(counts -> ids.addAll(counts.keySet()));
        return ids.stream()
                .map(id -> new KeyUsage(
                        id,
                        id.equals(configured.getFirst()),
                        configured.contains(id),
                        consents.getOrDefault(id, 0L),
                        vault.getOrDefault(id, 0L),
                        requests.getOrDefault(id, 0L),
                        moved.getOrDefault(id, 0L),
                        erased.getOrDefault(id, 0L)))
                .toList();
    }

    private Map<String, Long> count(String key, String table) {
        return session.createNativeQuery("select " + key + ", count(*) from " + table + " group by 1", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    /** Forgets who moved away from a key; the old pseudonyms. */
    public List<String> forgetMoved(String keyId) {
        return session.createNativeQuery(
                        "delete from pseudonym_successor where split_part(pseudonym, '.', 2) = :key returning pseudonym",
                        String.class)
                .setParameter("key", keyId)
                .getResultList();
    }
}
