package dev.aisle.profile.segments.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.language.InvalidRuleException;
import dev.aisle.profile.segments.domain.language.RuleSource;
import dev.aisle.profile.segments.domain.language.Vocabulary;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import dev.aisle.profile.segments.store.SegmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a rule as somebody wrote it and checks it against what there is in this shop. */
@ApplicationScoped
public class CheckRule {
    private final SegmentRepository segments;
    private final ValueCatalog values;

    CheckRule(SegmentRepository segments, ValueCatalog values) {
        this.segments = segments;
        this.values = values;
    }

    /** A rule in one of its two forms. */
    public record Written(@Nullable JsonNode json, @Nullable String text) {}

    /**
     * The rule.
     *
     * @param segment whose rule it is to be; empty when it has no segment yet
     * @throws InvalidRuleException with everything that is wrong and where
     */
    public Rule check(Written written, String segment) {
        RuleSource source = written.text() != null
                ? RuleSource.ofText(written.text())
                : RuleSource.ofJson(written.json() == null ? NullNode.getInstance() : written.json());
        Map<String, Rule> others = segments.all(false).stream().collect(Collectors.toMap(Segment::id, Segment::rule));
        source.check(new Vocabulary(values, segment, others));
        return source.rule();
    }
}
