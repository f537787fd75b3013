package dev.aisle.profile.segments.usecase;

import dev.aisle.platform.storage.DatabaseWentBack;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.evaluation.SegmentRules;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import dev.aisle.profile.segments.store.SegmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of all segments that are not archived, in memory as long as none changes. */
@ApplicationScoped
public class RulesInUse {
    private final SegmentRepository segments;
    private final ValueCatalog values;
    private volatile @Nullable Loaded loaded;

    RulesInUse(SegmentRepository segments, ValueCatalog values) {
        this.segments = segments;
        this.values = values;
    }

    /**
     * All rules of a revision.
     *
     * @param versions by segment
     */
    public record Loaded(long revision, SegmentRules rules, Map<String, Integer> versions) {}

    /** The rules; none changes until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Loaded held() {
        long revision = segments.revisionForReading();
        Loaded known = loaded;
        if (known == null || known.revision() != revision) {
            known = load(revision);
            loaded = known;
        }
        return known;
    }

    /** A revision may come again with other rules. */
    void forget(@Observes DatabaseWentBack wentBack) {
        loaded = null;
    }

    private Loaded load(long revision) {
        Map<String, Segment> active =
                segments.all(false).stream().collect(Collectors.toMap(Segment::id, Function.identity()));
        return new Loaded(
                revision,
                new SegmentRules(
                        values, active.values().stream().collect(Collectors.toMap(Segment::id, Segment::rule))),
                active.values().stream().collect(Collectors.toMap(Segment::id, Segment::version)));
    }
}
