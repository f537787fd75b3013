package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.merkle.HashChain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Versions of consents as the database has them: each is one text that says everything of the row and its statements but whose they are. The
 * SHA-256 of that text stands in the audit log. A column that is added later and is empty in a row changes nothing in the row's text.
 */
@ApplicationScoped
public class StoredConsents {
    private static final String TEXT = """
            cast(jsonb_strip_nulls((to_jsonb(v) - 'id' - 'pseudonym') || jsonb_build_object('statements', coalesce(
                (select jsonb_object_agg(s.purpose, to_jsonb(s) - 'version_id' - 'purpose')
                 from consent_statement s where s.version_id = v.id), '{}'))) as text)
            """;
    /** The commitment to a version's person with the salt of another subject. */
    private static final String SUCCESSOR =
            "encode(sha256(convert_to(encode(a.salt, 'hex') || ':' || v.pseudonym, 'UTF8')), 'hex')";

    private static final String ONE =
            "select " + TEXT + " from consent_version v where pseudonym = :pseudonym and version = :version";
    /**
     * An entry with the hash stands before one without. Ordered by expressions, or PostgreSQL would read the whole log in its order for each version
     * instead of the index of receipts; those that wait are read once a page.
     */
    private static final String PAGE = """
            select v.id, v.pseudonym, v.version, %1$s, l.leaf_index, cast(cast(l.entry as jsonb) -> 'data' as text),
                s.pseudonym is not null and (s.pseudonym = v.pseudonym
                    or exists (
                        select from audit_subject a join audit_leaf m on m.subject = a.commitment
                        where a.pseudonym = s.pseudonym and m.event = 'consent.moved'
                            and (cast(m.entry as jsonb) -> 'data') ->> 'successor' = %2$s)
                    or exists (
                        select from audit_subject a
                        join audit_pending m on cast(m.entry as jsonb) ->> 'subject' = a.commitment
                        where a.pseudonym = s.pseudonym and cast(m.entry as jsonb) ->> 'event' = 'consent.moved'
                            and (cast(m.entry as jsonb) -> 'data') ->> 'successor' = %2$s)),
                l.leaf_index is null and cast(v.receipt_id as text) in (
                    select (cast(p.entry as jsonb) -> 'data') ->> 'receipt' from audit_pending p
                    where (cast(p.entry as jsonb) -> 'data') ->> 'receipt' is not null)
            from (select * from consent_version where id > :after order by id limit :most) v
            left join lateral (
                select leaf_index, entry, subject from audit_leaf
                where ((cast(entry as jsonb) -> 'data') ->> 'receipt') = cast(v.receipt_id as text)
                    and event in ('consent.recorded', 'consent.withdrawn', 'consent.moved', 'consent.covered')
                order by (cast(entry as jsonb) -> 'data') ->> 'row' is null, leaf_index + 0 limit 1) l on true
            left join audit_subject s on s.commitment = l.subject
            order by v.id
            """.formatted(TEXT, SUCCESSOR);
    /** Of somebody whose versions were dropped or joined when the pseudonym changed, a later entry says so. */
    private static final String MISSING = """
            select l.leaf_index, s.pseudonym, (cast(l.entry as jsonb) -> 'data') ->> 'version'
            from audit_leaf l join audit_subject s on s.commitment = l.subject
            where l.event in ('consent.recorded', 'consent.withdrawn', 'consent.covered', 'consent.moved')
                and l.leaf_index > :after
                and (cast(l.entry as jsonb) -> 'data') ->> 'receipt' is not null
                and not exists (
                    select from consent_version v
                    where cast(v.receipt_id as text) = (cast(l.entry as jsonb) -> 'data') ->> 'receipt')
                and not exists (
                    select from audit_subject a join audit_leaf m on m.subject = a.commitment
                    where a.pseudonym = s.pseudonym and m.event = 'consent.moved' and m.leaf_index > l.leaf_index
                        and (cast(m.entry as jsonb) -> 'data') ->> 'outcome' <> 'moved')
                and not exists (
                    select from audit_subject a
                    join audit_pending p on cast(p.entry as jsonb) ->> 'subject' = a.commitment
                    where a.pseudonym = s.pseudonym and cast(p.entry as jsonb) ->> 'event' = 'consent.moved')
            order by l.leaf_index limit :most
            """;

    private static final String ALL_COVERED = """
            select exists (
                select from audit_leaf
                where event = 'consent.all-covered' and (cast(entry as jsonb) -> 'data') ->> 'nameless' is not null)
            """;
    private static final String SOON_COVERED = """
            select exists (select from audit_pending where cast(entry as jsonb) ->> 'event' = 'consent.all-covered')
            """;

    private final Session session;

    StoredConsents(Session session) {
        this.session = session;
    }

    /**
     * A stored version beside its entry in the log.
     *
     * @param text says everything of it but whose it is
     * @param leaf {@code null} when the log has no entry of it
     * @param facts the facts of the entry as JSON
     * @param named whether the entry is about the person under whom the version stands
     * @param waiting whether its entry waits for its place in the log
     */
    public record StoredVersion(
            long id,
            String pseudonym,
            long version,
            String text,
            @Nullable Long leaf,
            @Nullable String facts,
            boolean named,
            boolean waiting) {
        /** The hash that stands in the log. */
        public String hash() {
            return HashChain.hash(text);
        }
    }

    /** An entry whose version isn't there. */
    public record MissingVersion(long leaf, String pseudonym, long version) {}

    /** Returns the hash of a version that this transaction has written. */
    public String hash(String pseudonym, long version) {
        session.flush();
        inUtc();
        return HashChain.hash(session.createNativeQuery(ONE, String.class)
                .setParameter("pseudonym", pseudonym)
                .setParameter("version", version)
                .getSingleResult());
    }

    /** Returns whether the log says that each version has an entry: one without is not from before. */
    public boolean areCovered() {
        return session.createNativeQuery(ALL_COVERED, Boolean.class).getSingleResult();
    }

    /** Returns whether the log will say so once its last entries have their places. */
    public boolean areCoveredSoon() {
        return session.createNativeQuery(SOON_COVERED, Boolean.class).getSingleResult();
    }

    /** Times stand in texts as they are in UTC, from here to the end of the transaction. */
    public void inUtc() {
        session.createNativeQuery("select set_config('TimeZone', 'UTC', true)", String.class)
                .getSingleResult();
    }

    /** The versions after an id. Times are in the session's zone: call {@link #inUtc} first. */
    public List<StoredVersion> page(long after, int most) {
        return session.createNativeQuery(PAGE, Object[].class)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new StoredVersion(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        (String) row[3],
                        row[4] == null ? null : ((Number) row[4]).longValue(),
                        (String) row[5],
                        (Boolean) row[6],
                        (Boolean) row[7]))
                .toList();
    }

    /** Entries about people who weren't erased whose version isn't there, after a leaf. */
    public List<MissingVersion> missing(long after, int most) {
        return session.createNativeQuery(MISSING, Object[].class)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new MissingVersion(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        Long.parseLong(Objects.requireNonNullElse((String) row[2], "0"))))
                .toList();
    }
}
