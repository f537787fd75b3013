package dev.aisle.profile.segments.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.profile.people.domain.PseudonymOrder;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.evaluation.Explanation;
import dev.aisle.profile.segments.domain.language.RuleText;
import dev.aisle.profile.segments.domain.language.RuleWriter;
import dev.aisle.profile.segments.store.BackfillRepository.Backfill;
import dev.aisle.profile.segments.usecase.ReadSegments.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is answered about segments. */
final class SegmentAnswers {
    private SegmentAnswers() {}

    /**
     * A segment.
     *
     * @param rule the JSON form
     * @param text the text form
     * @param size as the guard shows it, with noise and rounded; not there while everybody is looked at, when there are too few people, and when the
     *     caller had today's new numbers
     * @param backfill the look at everybody after the newest version
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SegmentAnswer(
            String id,
            int version,
            String name,
            String description,
            JsonNode rule,
            String text,
            boolean archived,
            Instant changedAt,
            @Nullable Long size,
            @Nullable BackfillAnswer backfill) {
        static SegmentAnswer of(Seen seen) {
            return of(
                    seen.segment(), seen.people(), seen.backfill() == null ? null : BackfillAnswer.of(seen.backfill()));
        }

        static SegmentAnswer of(Segment segment, @Nullable Long size, @Nullable BackfillAnswer backfill) {
            return new SegmentAnswer(
                    segment.id(),
                    segment.version(),
                    segment.name(),
                    segment.description(),
                    RuleWriter.write(segment.rule()),
                    RuleText.write(segment.rule()),
                    segment.archived(),
                    segment.changedAt(),
                    size,
                    backfill);
        }
    }

    /**
     * How far the look at everybody is.
     *
     * @param state {@code queued}, {@code running} or {@code done}
     * @param progress 0..1, in twentieths
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BackfillAnswer(
            int version,
            String state,
            double progress,
            Instant askedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {
        static BackfillAnswer of(Backfill backfill) {
            return new BackfillAnswer(
                    backfill.version(),
                    backfill.state().name().toLowerCase(Locale.ROOT),
                    progressOf(backfill),
                    backfill.askedAt(),
                    backfill.startedAt(),
                    backfill.endedAt());
        }

        static double progressOf(Backfill backfill) {
            return switch (backfill.state()) {
                case QUEUED -> 0;
                case RUNNING -> PseudonymOrder.share(backfill.checkpoint());
                case DONE -> 1;
            };
        }
    }

    /** Whether a part of the rule holds, and what was seen. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record WhyAnswer(String text, boolean holds, @Nullable String observed, List<WhyAnswer> parts) {
        static WhyAnswer of(Explanation why) {
            return new WhyAnswer(
                    RuleText.write(why.rule()),
                    why.holds(),
                    why.observed(),
                    why.parts().stream().map(WhyAnswer::of).toList());
        }
    }
}
