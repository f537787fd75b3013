package dev.aisle.profile.segments.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.language.RuleSource;
import dev.aisle.profile.segments.domain.language.RuleWriter;
import dev.aisle.profile.segments.domain.rule.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Segments and their versions. */
@ApplicationScoped
public class SegmentRepository {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String COLUMNS = "version, name, description, rule, archived, changed_at";

    private final Statements statements;

    SegmentRepository(Statements statements) {
        this.statements = statements;
    }

    /** The revision of all rules; none changes until the end of the transaction. */
    public long revisionForReading() {
        return revision("for share");
    }

    /** The revision of all rules; nobody evaluates one until the end of the transaction. */
    public long revisionForWriting() {
        return revision("for update");
    }

    private long revision(String lock) {
        return statements
                .query("select revision from segment_revision " + lock, row -> row.getLong(1))
                .getFirst();
    }

    /** All that are not archived, or all, by id. */
    public List<Segment> all(boolean archivedToo) {
        return statements.query(
                "select id, " + COLUMNS + " from segment where archived = false or ? order by id",
                SegmentRepository::segment,
                archivedToo);
    }

    public Optional<Segment> find(String id) {
        return statements
                .query("select id, " + COLUMNS + " from segment where id = ?", SegmentRepository::segment, id)
                .stream()
                .findFirst();
    }

    /** The newest version first. */
    public List<Segment> versions(String id) {
        return statements.query(
                "select segment_id as id, " + COLUMNS
                        + " from segment_version where segment_id = ? order by version desc limit 200",
                SegmentRepository::segment,
                id);
    }

    /** Writes a version; the caller holds the revision for writing. */
    public void put(Segment segment) {
        String rule = RuleWriter.write(segment.rule()).toString();
        statements.update(
                """
                insert into segment (id, version, name, description, rule, archived, changed_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (id) do update set version = excluded.version, name = excluded.name,
                    description = excluded.description, rule = excluded.rule, archived = excluded.archived,
                    changed_at = excluded.changed_at
                """,
                segment.id(),
                segment.version(),
                segment.name(),
                segment.description(),
                rule,
                segment.archived(),
                segment.changedAt());
        statements.update(
                """
                insert into segment_version (segment_id, version, name, description, rule, archived, changed_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                segment.id(),
                segment.version(),
                segment.name(),
                segment.description(),
                rule,
                segment.archived(),
                segment.changedAt());
        statements.update("update segment_revision set revision = revision + 1");
    }

    /** Notes the versions of the models that are in use; whether they are others than before. */
    public boolean usedModels(String versions) {
        return statements.update("update segment_revision set models = ? where models <> ?", versions, versions) > 0;
    }

    static Rule rule(String json) {
        try {
            return RuleSource.ofJson(JSON.readTree(json)).rule();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored rule is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                row.getString("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("description"),
                rule(row.getString("rule")),
                row.getBoolean("archived"),
                Statements.instant(row, "changed_at"));
    }
}
