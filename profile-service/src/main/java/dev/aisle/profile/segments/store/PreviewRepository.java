package dev.aisle.profile.segments.store;

import dev.aisle.profile.segments.domain.language.RuleWriter;
import dev.aisle.profile.segments.domain.rule.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Rules of which the exact size was told. */
@ApplicationScoped
public class PreviewRepository {
    private final Statements statements;

    PreviewRepository(Statements statements) {
        this.statements = statements;
    }

    /** Different ones since a moment, the newest first. */
    public List<Rule> told(Instant since, int most) {
        return statements.query("""
                select rule from segment_preview where told_at > ? group by rule order by max(told_at) desc limit ?
                """, row -> SegmentRepository.rule(row.getString(1)), since, most);
    }

    /** Notes one, and forgets those from before a moment. */
    public void tell(Rule rule, Instant now, Instant forgetBefore) {
        statements.update("delete from segment_preview where told_at < ?", forgetBefore);
        statements.update(
                "insert into segment_preview (rule, told_at) values (?::jsonb, ?)",
                RuleWriter.write(rule).toString(),
                now);
    }
}
