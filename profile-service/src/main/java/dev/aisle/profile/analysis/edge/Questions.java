package dev.aisle.profile.analysis.edge;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.profile.analysis.domain.Breakdown;
import dev.aisle.profile.analysis.domain.CountBy;
import dev.aisle.profile.analysis.domain.Days;
import dev.aisle.profile.analysis.domain.EventCondition;
import dev.aisle.profile.analysis.domain.Granularity;
import dev.aisle.profile.analysis.domain.Question;
import dev.aisle.profile.analysis.domain.funnel.FunnelQuestion;
import dev.aisle.profile.analysis.domain.path.PathQuestion;
import dev.aisle.profile.analysis.domain.path.StepLabel;
import dev.aisle.profile.analysis.domain.retention.Mark;
import dev.aisle.profile.analysis.domain.retention.RetentionQuestion;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions out of requests, or what is wrong with them. */
final class Questions {
    private final ZoneId shopZone;
    private final LocalDate firstDay;
    private final LocalDate today;

    /**
     * Of a shop.
     *
     * @param firstDay before which nothing is kept
     * @param today in the shop's zone
     */
    Questions(ZoneId shopZone, LocalDate firstDay, LocalDate today) {
        this.shopZone = shopZone;
        this.firstDay = firstDay;
        this.today = today;
    }

    /** What a request is. */
    sealed interface Read {
        /** A question. */
        record Understood(Question<?> question) implements Read {}

        /** Something that can't be answered. */
        record Wrong(Problem problem) implements Read {}
    }

    Read funnel(FunnelRequest request) {
        Fields fields = new Fields();
        Optional<Days> days = days(fields, request.from(), request.until(), request.zone());
        List<EventCondition> steps = steps(fields, request.steps());
        Optional<Duration> window =
                fields.duration("window", request.window(), Duration.ofDays(1), FunnelQuestion.LONGEST_WINDOW);
        Optional<CountBy> countBy = fields.oneOf("countBy", request.countBy(), CountBy.class, CountBy.PERSON);
        Optional<Breakdown> breakdown = fields.oneOf("breakdown", request.breakdown(), Breakdown.class, Breakdown.NONE);
        return read(
                fields,
                () -> new FunnelQuestion(
                        days.orElseThrow(),
                        steps,
                        window.orElseThrow(),
                        countBy.orElseThrow(),
                        breakdown.orElseThrow()));
    }

    private static List<EventCondition> steps(Fields fields, @Nullable List<@Nullable EventRequest> requests) {
        int count = requests == null ? 0 : requests.size();
        if (requests == null || count < 2 || count > FunnelQuestion.MOST_STEPS) {
            fields.wrong("steps", "expected 2 to " + FunnelQuestion.MOST_STEPS + " steps, got " + count);
            return List.of();
        }
        List<EventCondition> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.condition("steps[" + i + "]", requests.get(i)).ifPresent(steps::add);
        }
        return List.copyOf(steps);
    }

    Read retention(RetentionRequest request) {
        Fields fields = new Fields();
        Optional<Days> days = days(fields, request.from(), request.until(), request.zone());
        Optional<Granularity> granularity =
                fields.oneOf("granularity", request.granularity(), Granularity.class, Granularity.WEEK);
        Optional<Mark> begin = fields.oneOf("begin", request.begin(), Mark.class, Mark.VISIT);
        Optional<Mark> comeBack = fields.oneOf("comeBack", request.comeBack(), Mark.class, begin.orElse(Mark.VISIT));
        int periods = fields.number("periods", request.periods(), 12, 1, RetentionQuestion.MOST_PERIODS);
        if (days.isPresent() && granularity.isPresent()) {
            notMore(fields, days.get(), granularity.get(), RetentionQuestion.MOST_COHORTS, "cohorts");
        }
        return read(
                fields,
                () -> new RetentionQuestion(
                        days.orElseThrow(),
                        begin.orElseThrow(),
                        comeBack.orElseThrow(),
                        granularity.orElseThrow(),
                        Boolean.TRUE.equals(request.rolling()),
                        periods));
    }

    Read path(PathRequest request) {
        Fields fields = new Fields();
        Optional<Days> days = days(fields, request.from(), request.until(), request.zone());
        boolean backwards = request.end() != null;
        if (backwards == (request.start() != null)) {
            fields.wrong("start", "expected either start (what comes after it) or end (what was before it)");
        }
        Optional<EventCondition> anchor = request.start() == null && !backwards
                ? Optional.empty()
                : fields.condition(backwards ? "end" : "start", backwards ? request.end() : request.start());
        int depth = fields.number("depth", request.depth(), 5, 1, PathQuestion.MOST_STEPS);
        int links = fields.number("links", request.links(), 10, 1, PathQuestion.MOST_LINKS);
        Optional<CountBy> countBy = fields.oneOf("countBy", request.countBy(), CountBy.class, CountBy.SESSION);
        Optional<StepLabel> label = fields.oneOf("label", request.label(), StepLabel.class, StepLabel.TYPE);
        return read(
                fields,
                () -> new PathQuestion(
                        days.orElseThrow(),
                        anchor.orElseThrow(),
                        backwards,
                        depth,
                        countBy.orElseThrow(),
                        label.orElseThrow(),
                        links));
    }

    /** Days that events are kept for, the earlier one first. */
    Optional<Days> days(Fields fields, @Nullable String from, @Nullable String until, @Nullable String zone) {
        Optional<LocalDate> first = fields.day("from", from);
        Optional<LocalDate> end = fields.day("until", until);
        Optional<ZoneId> where = fields.zone("zone", zone, shopZone);
        if (first.isEmpty() || end.isEmpty() || where.isEmpty()) {
            return Optional.empty();
        }
        if (!first.get().isBefore(end.get())) {
            fields.wrong("until", "expected a day after from; it is the day after the last one");
            return Optional.empty();
        }
        if (first.get().isBefore(firstDay)) {
            fields.wrong(
                    "from", "events are kept no longer than since " + firstDay + "; expected that day or a later one");
            return Optional.empty();
        }
        if (end.get().isAfter(today.plusDays(1))) {
            fields.wrong("until", "expected " + today.plusDays(1) + " or earlier: what is to come isn't known");
            return Optional.empty();
        }
        return Optional.of(new Days(first.get(), end.get(), where.get()));
    }

    static void notMore(Fields fields, Days days, Granularity granularity, int most, String what) {
        int spans = granularity.between(days.from(), days.until().minusDays(1)) + 1;
        if (spans > most) {
            fields.wrong(
                    "granularity",
                    "expected at most " + most + " " + what + ", these days have " + spans
                            + "; ask for fewer days or a coarser granularity");
        }
    }

    static Read read(Fields fields, Supplier<Question<?>> question) {
        List<FieldError> errors = fields.errors();
        if (errors.isEmpty()) {
            return new Read.Understood(question.get());
        }
        String detail = errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return new Read.Wrong(new Problem("/problems/invalid-field", "Invalid field", 400, detail, errors));
    }
}
