package dev.aisle.privacy.consent.notices;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Publishes what people are told from now on, and ends what was granted after the notices that it replaces. */
@ApplicationScoped
class PublishNotice {
    private final NoticeRepository notices;
    private final AuditLog auditLog;

    PublishNotice(NoticeRepository notices, AuditLog auditLog) {
        this.notices = notices;
        this.auditLog = auditLog;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is new. */
        record Published() implements Outcome {}

        /** The same was published before. */
        record PublishedBefore() implements Outcome {}

        /** There is another notice of that version. */
        record AnotherText() implements Outcome {}

        /** It would invalidate a notice that doesn't exist. */
        record NoSuchNotice(String version) implements Outcome {}
    }

    /**
     * Publishes a notice. Publishing the same again changes nothing.
     *
     * @param invalidates by purpose, the versions after which a yes doesn't hold any more
     */
    @Transactional
    public Outcome publish(Notice notice, Map<Purpose, Set<String>> invalidates, String actor) {
        for (String older : invalidates.values().stream().flatMap(Set::stream).toList()) {
            if (older.equals(notice.version()) || notices.find(older).isEmpty()) {
                return new Outcome.NoSuchNotice(older);
            }
        }
        if (!notices.add(notice)) {
            boolean same =
                    notices.find(notice.version()).filter(notice::saysTheSameAs).isPresent()
                            && notices.invalidatedBy(notice.version()).equals(invalidates);
            return same ? new Outcome.PublishedBefore() : new Outcome.AnotherText();
        }
        invalidates.forEach(
                (purpose, versions) -> versions.forEach(older -> notices.invalidate(notice.version(), older, purpose)));
        auditLog.append(audited(notice, invalidates, actor));
        return new Outcome.Published();
    }

    private static AuditEntry audited(Notice notice, Map<Purpose, Set<String>> invalidates, String actor) {
        Map<String, String> said = new TreeMap<>();
        said.put("notice", notice.version());
        invalidates.forEach((purpose, older) ->
                said.put("invalidates." + purpose.wireName(), String.join(",", new TreeSet<>(older))));
        return new AuditEntry("notice.published", actor, said);
    }

    /** By notice, the one that took its place. */
    @Transactional
    public Map<String, String> replacements() {
        return notices.replacements();
    }

    /** All notices, oldest first. */
    @Transactional
    public List<Notice> all() {
        return notices.all();
    }
}
