package dev.aisle.campaign.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Who is in which segment, as the profile said last. */
@ApplicationScoped
public class SegmentRepository {
    private static final String PUT = """
            insert into segment_member (pseudonym, segment_id, member, profile_version, changed_at)
            values (:pseudonym, :segment, :member, :version, :at)
            on conflict (pseudonym, segment_id) do update set
                member = excluded.member, profile_version = excluded.profile_version, changed_at = excluded.changed_at
            where excluded.profile_version > segment_member.profile_version
            """;

    private final Session database;

    SegmentRepository(Session database) {
        this.database = database;
    }

    /** Takes a move unless a later one of that person and segment is known. */
    public void put(SegmentMove move) {
        database.createNativeMutationQuery(PUT)
                .setParameter("pseudonym", move.pseudonym())
                .setParameter("segment", move.segmentId())
                .setParameter("member", move.entered())
                .setParameter("version", move.profileVersion())
                .setParameter("at", move.changedAt())
                .executeUpdate();
    }

    /** The segments that anything was said about: whether the person is in them. */
    public Map<String, Boolean> of(String pseudonym) {
        List<Tuple> rows = database.createNativeQuery(
                        "select segment_id, member from segment_member where pseudonym = :pseudonym", Tuple.class)
                .setParameter("pseudonym", pseudonym)
                .getResultList();
        Map<String, Boolean> segments = new HashMap<>();
        rows.forEach(row -> segments.put(row.get(0, String.class), row.get(1, Boolean.class)));
        return segments;
    }
}
