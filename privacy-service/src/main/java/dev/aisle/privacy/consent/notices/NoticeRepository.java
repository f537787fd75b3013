package dev.aisle.privacy.consent.notices;

import dev.aisle.algorithms.privacy.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** What people were told, and which of it doesn't count any more. */
@ApplicationScoped
public class NoticeRepository {
    private final Session session;

    NoticeRepository(Session session) {
        this.session = session;
    }

    /** All notices, oldest first. */
    public List<Notice> all() {
        return session.createSelectionQuery("from NoticeRow order by publishedAt, version", NoticeRow.class)
                .getResultStream()
                .map(NoticeRow::toNotice)
                .toList();
    }

    /** The notice of that version. */
    public Optional<Notice> find(String version) {
        return Optional.ofNullable(session.find(NoticeRow.class, version)).map(NoticeRow::toNotice);
    }

    /** Adds a notice unless that version is there. */
    public boolean add(Notice notice) {
        return session.createNativeMutationQuery("""
                        insert into notice (version, language, url, valid_for, published_at)
                        values (:version, :language, :url, :validFor, :publishedAt) on conflict do nothing
                        """)
                        .setParameter("version", notice.version())
                        .setParameter("language", notice.language())
                        .setParameter("url", notice.url())
                        .setParameter(
                                "validFor",
                                notice.validFor() == null
                                        ? null
                                        : notice.validFor().toString(),
                                String.class)
                        .setParameter("publishedAt", notice.publishedAt())
                        .executeUpdate()
                == 1;
    }

    /** From now on a yes to this purpose after that notice doesn't hold. */
    public void invalidate(String notice, String older, Purpose purpose) {
        session.createNativeMutationQuery("""
                        insert into notice_invalidation (notice, invalidates, purpose)
                        values (:notice, :older, :purpose) on conflict do nothing
                        """)
                .setParameter("notice", notice)
                .setParameter("older", older)
                .setParameter("purpose", purpose.wireName())
                .executeUpdate();
    }

    /** A notice after which a yes to a purpose doesn't hold, and grants that may not have been ended yet. */
    public record Unfinished(String notice, Purpose purpose) {}

    /** The invalidations that aren't done. */
    public List<Unfinished> unfinished() {
        return session.createNativeQuery(
                        "select distinct invalidates, purpose from notice_invalidation where done_at is null",
                        Object[].class)
                .getResultStream()
                .flatMap(row -> Purpose.ofWireName((String) row[1]).stream()
                        .map(purpose -> new Unfinished((String) row[0], purpose)))
                .toList();
    }

    /** Marks an invalidation as done, by notices that were published before a moment. */
    public void finish(Unfinished invalidation, Instant publishedBefore, Instant now) {
        session.createNativeMutationQuery("""
                        update notice_invalidation i set done_at = :now from notice n
                        where n.version = i.notice and n.published_at < :before
                          and i.invalidates = :notice and i.purpose = :purpose and i.done_at is null
                        """)
                .setParameter("now", now)
                .setParameter("before", publishedBefore)
                .setParameter("notice", invalidation.notice())
                .setParameter("purpose", invalidation.purpose().wireName())
                .executeUpdate();
    }

    /** By purpose, the notices after which a yes doesn't hold. */
    public Map<Purpose, Set<String>> invalidated() {
        return byPurpose(session.createNativeQuery(
                "select distinct purpose, invalidates from notice_invalidation", Object[].class));
    }

    /** By notice, the newest one that took its place. */
    public Map<String, String> replacements() {
        Map<String, String> byNotice = new HashMap<>();
        session.createNativeQuery("""
                        select i.invalidates, i.notice from notice_invalidation i join notice n on n.version = i.notice
                        group by i.invalidates, i.notice, n.published_at order by n.published_at
                        """, Object[].class)
                .getResultStream()
                .forEach(row -> byNotice.put((String) row[0], (String) row[1]));
        return byNotice;
    }

    /** What a notice invalidates. */
    public Map<Purpose, Set<String>> invalidatedBy(String version) {
        return byPurpose(session.createNativeQuery(
                        "select purpose, invalidates from notice_invalidation where notice = :version", Object[].class)
                .setParameter("version", version));
    }

    private static Map<Purpose, Set<String>> byPurpose(Query<Object[]> rows) {
        Map<Purpose, Set<String>> byPurpose = new EnumMap<>(Purpose.class);
        rows.getResultStream()
                .forEach(row -> Purpose.ofWireName((String) row[0])
                        .ifPresent(purpose -> byPurpose
                                .computeIfAbsent(purpose, unseen -> new HashSet<>())
                                .add((String) row[1])));
        return byPurpose;
    }
}
