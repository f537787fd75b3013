package dev.aisle.profile.segments.members;

import dev.aisle.profile.segments.store.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in which segment. */
@ApplicationScoped
public class MemberRepository {
    private final Statements statements;

    MemberRepository(Statements statements) {
        this.statements = statements;
    }

    /**
     * That somebody is in a segment.
     *
     * @param version of the segment's rule by which it was found
     */
    public record Member(String segment, String pseudonym, int version, Instant since) {}

    /** By person, the segments that these people are in. */
    public Map<String, Set<String>> of(Collection<String> pseudonyms) {
        Map<String, Set<String>> found = new HashMap<>();
        if (pseudonyms.isEmpty()) {
            return found;
        }
        statements
                .query(
                        "select pseudonym, segment_id from segment_member where pseudonym = any(?)",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        pseudonyms)
                .forEach(row -> found.computeIfAbsent(row.getKey(), _ -> new HashSet<>())
                        .add(row.getValue()));
        return found;
    }

    /** Puts people in; who is in stays as it is. */
    public void add(List<Member> members) {
        if (members.isEmpty()) {
            return;
        }
        statements.update(
                """
                insert into segment_member (segment_id, pseudonym, segment_version, since)
                select * from unnest(?::text[], ?::text[], ?::int[], ?::timestamptz[]) on conflict do nothing
                """,
                members.stream().map(Member::segment).toList(),
                members.stream().map(Member::pseudonym).toList(),
                members.stream().map(Member::version).toList(),
                members.stream().map(Member::since).toList());
    }

    /** Takes people out. */
    public void remove(List<Member> members) {
        if (members.isEmpty()) {
            return;
        }
        statements.update(
                """
                delete from segment_member m using unnest(?::text[], ?::text[]) as gone (segment_id, pseudonym)
                where m.segment_id = gone.segment_id and m.pseudonym = gone.pseudonym
                """,
                members.stream().map(Member::segment).toList(),
                members.stream().map(Member::pseudonym).toList());
    }

    /** Everything of a person under another pseudonym; what stands there already stays. */
    public void move(String pseudonym, String successor) {
        statements.update("""
                insert into segment_member (segment_id, pseudonym, segment_version, since)
                select segment_id, ?, segment_version, since from segment_member where pseudonym = ?
                on conflict do nothing
                """, successor, pseudonym);
        statements.update("delete from segment_member where pseudonym = ?", pseudonym);
    }

    /** Takes a person out of all segments. */
    public void removeAll(String pseudonym) {
        statements.update("delete from segment_member where pseudonym = ?", pseudonym);
    }

    /**
     * Takes those of them out of all segments of whom nothing is known. One statement, so that it sees a person and the memberships that came with
     * the first event, or neither.
     */
    public void removeOfUnknown(Collection<String> pseudonyms) {
        statements.update("""
                delete from segment_member m where pseudonym = any(?)
                and not exists (select from person p where p.pseudonym = m.pseudonym)
                """, pseudonyms);
    }

    /** The next members in the order of their pseudonyms. */
    public List<String> page(String segment, String after, int limit) {
        return statements.query("""
                select pseudonym from segment_member where segment_id = ? and pseudonym > ? order by pseudonym limit ?
                """, row -> row.getString(1), segment, after, limit);
    }

    /** How many are in it. */
    public long size(String segment) {
        return statements
                .query("select count(*) from segment_member where segment_id = ?", row -> row.getLong(1), segment)
                .getFirst();
    }
}
