package dev.aisle.privacy.audit.tree;

import dev.aisle.privacy.audit.log.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The entries in their places. */
@ApplicationScoped
public class Leaves {
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    private final Session session;

    Leaves(Session session) {
        this.session = session;
    }

    /** Appends entries from this place on. */
    public void append(long first, List<String> entries) {
        session.createNativeMutationQuery("""
            insert into audit_leaf (leaf_index, entry)
            select :first + n - 1, entry from unnest(cast(:entries as text[])) with ordinality as e(entry, n)
            """)
                .setParameter("first", first)
                .setParameter("entries", entries.toArray(String[]::new))
                .executeUpdate();
    }

    /** One entry. */
    public Optional<StoredLeaf> find(long index) {
        return page(index, 1).stream().filter(leaf -> leaf.index() == index).findFirst();
    }

    /** Entries from a place on. */
    public List<StoredLeaf> page(long from, int atMost) {
        return session.createNativeQuery(
                        "select leaf_index, entry from audit_leaf where leaf_index >= :from order by leaf_index limit"
                                + " :most",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("most", atMost)
                .getResultStream()
                .map(row -> new StoredLeaf(((Number) row[0]).longValue(), (String) row[1]))
                .toList();
    }

    /** The entries that a filter lets through, oldest first. */
    public List<FoundEntry> find(EntryFilter filter, int atMost) {
        return find(conditions(filter), "", atMost);
    }

    /** Those before a place, newest first. */
    public List<FoundEntry> newest(EntryFilter filter, long before, int atMost) {
        Map<String, Object> wanted = conditions(filter);
        wanted.put("leaf_index < :before", before);
        return find(wanted, " desc", atMost);
    }

    private List<FoundEntry> find(Map<String, Object> wanted, String order, int atMost) {
        String where = String.join(" and ", wanted.keySet());
        NativeQuery<Object[]> query = session.createNativeQuery(
                "select leaf_index, entry, s.pseudonym from audit_leaf left join audit_subject s on s.commitment ="
                        + " subject where " + where + " order by leaf_index" + order + " limit " + atMost,
                Object[].class);
        wanted.forEach((condition, value) -> query.setParameter(parameterOf(condition), value));
        return query.getResultStream()
                .map(row ->
                        new FoundEntry(new StoredLeaf(((Number) row[0]).longValue(), (String) row[1]), (String) row[2]))
                .toList();
    }

    private static String parameterOf(String condition) {
        Matcher parameter = PARAMETER.matcher(condition);
        if (!parameter.find()) {
            throw new IllegalArgumentException("A condition without a parameter: " + condition);
        }
        return parameter.group(1);
    }

    /** Constant conditions, each with its one parameter. */
    private static Map<String, Object> conditions(EntryFilter filter) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("leaf_index > :after", filter.after());
        if (filter.subject() != null) {
            wanted.put(
                    "subject in (select commitment from audit_subject where pseudonym in (select cast(:subject as text)"
                            + " union all select pseudonym from pseudonym_successor where successor = :subject))",
                    filter.subject());
        }
        if (filter.event() != null) {
            wanted.put("event = :event", filter.event());
        }
        if (filter.actor() != null) {
            wanted.put("actor = :actor", filter.actor());
        }
        if (filter.service() != null) {
            wanted.put(
                    "coalesce(cast(entry as jsonb) -> 'data' ->> 'service', 'privacy-service') = :service",
                    filter.service());
        }
        if (filter.from() != null) {
            wanted.put("at >= :from", AuditEntry.time(filter.from()));
        }
        if (filter.to() != null) {
            wanted.put("at < :to", AuditEntry.time(filter.to()));
        }
        return wanted;
    }
}
