package dev.aisle.recommender.serving.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Eligible;
import dev.aisle.recommender.serving.domain.Note;
import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.Recent;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import dev.aisle.recommender.serving.domain.Signals;
import dev.aisle.recommender.serving.domain.candidates.CandidateSource;
import dev.aisle.recommender.serving.domain.candidates.Found;
import dev.aisle.recommender.serving.domain.candidates.Gathered;
import dev.aisle.recommender.serving.domain.candidates.Question;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatherInParallelTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final ServingThreads threads = new ServingThreads(1, 1);
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.stop();
    }

    @Test
    void aSourceThatIsntDoneInTimeIsNamedAndTheOthersAnswer() {
        Gathered gathered = gather(SOON, slow(Source.FACTORS, this::waitForEver), quick(Source.POPULARITY));

        assertThat(gathered.founds()).extracting(Found::source).containsExactly(Source.POPULARITY);
        assertThat(gathered.notes()).extracting(Note::stage, Note::why).containsExactly(tuple("ials", Why.DEADLINE));
    }

    @Test
    void aSourceThatFailsIsNamedAndTheOthersAnswer() {
        Supplier<Found> failing = () -> {
            throw new IllegalStateException("no such file");
        };

        Gathered gathered = gather(
                LATER,
                slow(Source.CONTENT, failing),
                quick(Source.POPULARITY),
                new Asked(Source.SIMILAR, failing, false));

        assertThat(gathered.founds()).extracting(Found::source).containsExactly(Source.POPULARITY);
        assertThat(gathered.notes())
                .extracting(Note::stage, Note::why)
                .containsExactlyInAnyOrder(tuple("content", Why.UNAVAILABLE), tuple("item-knn", Why.UNAVAILABLE));
    }

    @Test
    void whatFindsNoThreadIsLeftOut() {
        Gathered gathered = gather(
                SOON,
                slow(Source.FACTORS, this::waitForEver),
                slow(Source.CONTENT, this::waitForEver),
                slow(Source.DUE_AGAIN, this::waitForEver),
                slow(Source.TRENDING, this::waitForEver));

        assertThat(gathered.notes()).extracting(Note::why).contains(Why.BUSY, Why.DEADLINE);
    }

    private Found waitForEver() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Found.nothing(Source.CATALOGUE);
    }

    private Gathered gather(Duration within, CandidateSource... sources) {
        Question question = new Question(
                new SmallShop().view(null, null, Recent.NOTHING),
                Signals.of(List.of(), List.of(), List.of()),
                Audience.anybody(NonPersonal.NO_SUBJECT),
                new Eligible(ItemFilter.NONE, Set.of(), Page.first()),
                10,
                Deadline.in(within));
        return new GatherInParallel(threads).gather(question, List.of(sources));
    }

    private static CandidateSource slow(Source source, Supplier<Found> answer) {
        return new Asked(source, answer, true);
    }

    private static CandidateSource quick(Source source) {
        return new Asked(source, () -> Found.nothing(source), false);
    }

    private record Asked(Source source, Supplier<Found> answer, boolean slow) implements CandidateSource {
        @Override
        public Found find(Question question) {
            return answer.get();
        }
    }
}
