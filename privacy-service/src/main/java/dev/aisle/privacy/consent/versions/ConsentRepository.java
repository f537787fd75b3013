package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.contracts.Topic;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What subjects have said, in versions. */
@ApplicationScoped
public class ConsentRepository implements PanacheRepositoryBase<ConsentVersionRow, Long> {
    /** The current state; {@link ConsentSnapshot#NONE} when there is none. */
    public ConsentSnapshot current(String pseudonym) {
        return find("pseudonym = ?1 order by version desc", pseudonym)
                .firstResultOptional()
                .map(row -> row.toEntry().snapshot())
                .orElse(ConsentSnapshot.NONE);
    }

    /** The state at a moment. */
    public ConsentSnapshot asOf(String pseudonym, Instant at) {
        return find("pseudonym = ?1 and changedAt <= ?2 order by changedAt desc, version desc", pseudonym, at)
                .firstResultOptional()
                .map(row -> row.toEntry().snapshot())
                .orElse(ConsentSnapshot.NONE);
    }

    /** The versions after one, oldest first. */
    public List<HistoryEntry> history(String pseudonym, long afterVersion, int atMost) {
        return find("pseudonym = ?1 and version > ?2 order by version", pseudonym, afterVersion)
                .range(0, atMost - 1)
                .stream()
                .map(ConsentVersionRow::toEntry)
                .toList();
    }

    /** The next subjects in the order of their pseudonyms who had said something by a moment. */
    public List<String> knownBy(Instant moment, String after, int atMost) {
        return getSession()
                .createNativeQuery("""
                    select distinct pseudonym from consent_version
                    where pseudonym > :after and changed_at <= :moment
                    order by pseudonym limit :atMost
                    """, String.class)
                .setParameter("after", after)
                .setParameter("moment", moment)
                .setParameter("atMost", atMost)
                .getResultList();
    }

    /** The whole histories of some subjects, each oldest first. */
    public Map<String, List<ConsentSnapshot>> histories(List<String> pseudonyms) {
        Map<String, List<ConsentSnapshot>> histories = new LinkedHashMap<>();
        list("pseudonym in ?1 order by pseudonym, version", pseudonyms)
                .forEach(row -> histories
                        .computeIfAbsent(row.pseudonym, _ -> new ArrayList<>())
                        .add(row.toEntry().snapshot()));
        return histories;
    }

    /** Returns those of these people of whom a state hasn't left for the topic yet. */
    public Set<String> untold(List<String> pseudonyms) {
        return Set.copyOf(getSession()
                .createNativeQuery("""
                    select distinct record_key from outbox
                    where topic = :topic and record_key = any(cast(:pseudonyms as text[]))
                    """, String.class)
                .setParameter("topic", Topic.CONSENTS.topicName())
                .setParameter("pseudonyms", pseudonyms.toArray(String[]::new))
                .getResultList());
    }

    /** The first version: its receipt id names the record of the subject. */
    public Optional<HistoryEntry> first(String pseudonym) {
        return find("pseudonym = ?1 order by version", pseudonym)
                .firstResultOptional()
                .map(ConsentVersionRow::toEntry);
    }

    /** The latest version with its receipt id. */
    public Optional<HistoryEntry> latest(String pseudonym) {
        return find("pseudonym = ?1 order by version desc", pseudonym)
                .firstResultOptional()
                .map(ConsentVersionRow::toEntry);
    }

    /** A version of a subject in which a yes rests on a notice that was invalidated. */
    public record Outdated(long versionId, String pseudonym) {}

    /** Subjects whose yes to this purpose rests on this notice still, in the order of their versions' ids. */
    public List<Outdated> granting(String notice, Purpose purpose, long afterVersionId, int atMost) {
        return getSession()
                .createNativeQuery("""
                    select s.version_id, v.pseudonym
                    from consent_statement s
                    join consent_version v on v.id = s.version_id
                    where s.notice_version = :notice and s.purpose = :purpose and s.version_id > :after
                      and s.status in ('grant', 'grant_parental', 'grant_despite_gpc')
                      and not exists (select 1 from consent_version later
                                      where later.pseudonym = v.pseudonym and later.version > v.version)
                    order by s.version_id
                    limit :atMost
                    """, Object[].class)
                .setParameter("notice", notice)
                .setParameter("purpose", purpose.wireName())
                .setParameter("after", afterVersionId)
                .setParameter("atMost", atMost)
                .getResultStream()
                .map(row -> new Outdated(((Number) row[0]).longValue(), (String) row[1]))
                .toList();
    }

    /** How many people's yes to this purpose rests on one of these notices still. */
    public long countGranting(Set<String> notices, Purpose purpose) {
        return getSession()
                .createNativeQuery("""
                    select count(distinct v.pseudonym)
                    from consent_statement s
                    join consent_version v on v.id = s.version_id
                    where s.notice_version in (:notices) and s.purpose = :purpose
                      and s.status in ('grant', 'grant_parental', 'grant_despite_gpc')
                      and not exists (select 1 from consent_version later
                                      where later.pseudonym = v.pseudonym and later.version > v.version)
                    """, Long.class)
                .setParameterList("notices", notices)
                .setParameter("purpose", purpose.wireName())
                .getSingleResult();
    }

    /** Adds the next version. */
    public void append(String pseudonym, HistoryEntry entry) {
        persist(new ConsentVersionRow(pseudonym, entry));
    }

    /** Removes all that a subject ever said; how many versions that were. */
    public long erase(String pseudonym) {
        return getSession()
                .createNativeMutationQuery("delete from consent_version where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }
}
