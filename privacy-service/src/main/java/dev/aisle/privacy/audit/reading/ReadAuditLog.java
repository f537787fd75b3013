package dev.aisle.privacy.audit.reading;

import dev.aisle.privacy.audit.log.Actors;
import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import dev.aisle.privacy.audit.tree.EntryFilter;
import dev.aisle.privacy.audit.tree.FoundEntry;
import dev.aisle.privacy.audit.tree.Heads;
import dev.aisle.privacy.audit.tree.Leaves;
import dev.aisle.privacy.audit.tree.StoredHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the log. Who looks for a person in it is an entry too. */
@ApplicationScoped
class ReadAuditLog {
    private final Leaves leaves;
    private final Heads heads;
    private final AuditLog log;
    private final Actors actors;

    ReadAuditLog(Leaves leaves, Heads heads, AuditLog log, Actors actors) {
        this.leaves = leaves;
        this.heads = heads;
        this.log = log;
        this.actors = actors;
    }

    /** Entries, oldest first. */
    @Transactional
    public List<FoundEntry> entries(EntryFilter filter, int atMost) {
        if (filter.subject() != null) {
            log.append(
                    new AuditEntry("audit.searched", actors.current(), Map.of(AuditEntry.SUBJECT, filter.subject())));
        }
        return leaves.find(filter, atMost);
    }

    /** Entries before a place, newest first. */
    @Transactional
    public List<FoundEntry> newest(EntryFilter filter, long before, int atMost) {
        if (filter.subject() != null) {
            log.append(
                    new AuditEntry("audit.searched", actors.current(), Map.of(AuditEntry.SUBJECT, filter.subject())));
        }
        return leaves.newest(filter, before, atMost);
    }

    /** One entry, with whom it is about where that can be told. Whoever looks at an entry about a person is an entry too. */
    @Transactional
    public Optional<FoundEntry> entry(long index) {
        Optional<FoundEntry> found =
                leaves.find(new EntryFilter(index - 1, null, null, null, null, null, null), 1).stream()
                        .filter(entry -> entry.leaf().index() == index)
                        .findFirst();
        found.map(FoundEntry::subject)
                .ifPresent(subject -> log.append(
                        new AuditEntry("audit.searched", actors.current(), Map.of(AuditEntry.SUBJECT, subject))));
        return found;
    }

    /** The newest head. */
    @Transactional
    public Optional<StoredHead> head() {
        return heads.last();
    }

    /** Heads after a number, oldest first. */
    @Transactional
    public List<StoredHead> heads(long after, int atMost) {
        return heads.page(after, atMost);
    }
}
